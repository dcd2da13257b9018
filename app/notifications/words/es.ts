import type { Words } from './words.ts';

export const es: Words = {
  greeting: (firstName) => (firstName ? `Hola, ${firstName}:` : 'Hola:'),
  cancelled: {
    subject: (orderName) => `Tu pedido ${orderName} está cancelado`,
    intro: (orderName) => `Tu pedido ${orderName} está cancelado. No tienes que hacer nada más.`,
    part: {
      subject: (orderName) => `Se ha cancelado una parte de tu pedido ${orderName}`,
      intro: (orderName) =>
        `Los artículos de abajo están cancelados. El resto de tu pedido ${orderName} sigue adelante.`,
      itemsHeading: 'Artículos cancelados',
    },
    fee: {
      heading: 'Cargo por cancelación',
      explanation: 'Se mostró antes de confirmar y no se reembolsa.',
    },
    kept: {
      heading: 'No reembolsado',
      label: 'Fuera del reembolso',
      explanation:
        'No reembolsamos esta parte de lo que pagaste. Responde a este correo electrónico si tienes preguntas.',
    },
    refunded: {
      heading: 'Tu reembolso',
      sent: 'Lo hemos enviado a tu método de pago original. Según tu banco o proveedor de pagos, puede tardar varios días hábiles en aparecer.',
      onItsWay:
        'Está en camino a tu método de pago original y falta la confirmación del proveedor de pagos. Según tu banco o proveedor de pagos, puede tardar varios días hábiles en aparecer.',
    },
    released: {
      heading: 'Retenido, nunca cobrado',
      explanation:
        'Este importe solo estaba retenido. La retención se anula, así que no hay nada que reembolsar. Tu banco puede tardar unos días en mostrarlo.',
    },
    byHand: {
      heading: 'Reembolsado directamente por nosotros',
      explanation: 'Acordamos este reembolso directamente contigo.',
    },
    storeCredit: {
      heading: 'Crédito en tienda',
      label: 'Crédito en tienda',
      given: 'Está en tu cuenta y puedes usarlo en tu próximo pedido.',
      onItsWay: 'Se está añadiendo a tu cuenta.',
    },
  },
  declined: {
    subject: (orderName) => `No se ha podido cancelar tu pedido ${orderName}`,
    intro: (orderName) =>
      `Pediste cancelar tu pedido ${orderName}. No se ha cancelado y sigue adelante.`,
    why: {
      staff_declined:
        'No hemos podido aceptar la cancelación. Si tienes preguntas, responde a este correo electrónico.',
      customer_withdrew: 'Retiraste tu solicitud.',
      not_answered:
        'No respondimos a tiempo. Responde a este correo electrónico si aún quieres cancelar.',
      already_shipped:
        'Ya se ha enviado. Cuando llegue, es posible que puedas devolverlo: consulta nuestra política de devoluciones.',
      fulfillment_started:
        'Ya se está preparando. Cuando llegue, es posible que puedas devolverlo: consulta nuestra política de devoluciones.',
      warehouse_refused:
        'El almacén ya no pudo detenerlo. Cuando llegue, es posible que puedas devolverlo: consulta nuestra política de devoluciones.',
      cancelled_elsewhere: 'Hemos gestionado este pedido de otra manera.',
      order_gone: 'Este pedido ya no existe en nuestra tienda.',
      outcome_unknown:
        'Estamos revisando este pedido. Responde a este correo electrónico y te ayudaremos.',
      not_possible:
        'No se puede cancelar en su estado actual. Responde a este correo electrónico y te ayudaremos.',
    },
    nextStep: {
      return_it: 'Puedes devolver los artículos cuando lleguen.',
      contact_shop: 'Responde a este correo electrónico: buscaremos una solución contigo.',
      wait_for_delivery: 'Espera la entrega; no hace falta nada más.',
    },
    contact: 'Escríbenos',
    returns: 'Ver nuestra política de devoluciones',
  },
  received: {
    subject: (orderName) => `Hemos recibido tu solicitud de cancelación de ${orderName}`,
    intro: (orderName) =>
      `Tu pedido ${orderName} está en espera. Cuando tu banco confirme el pago, lo cancelaremos y te reembolsaremos lo que hayas pagado.`,
    review: (orderName) =>
      `Hemos recibido tu solicitud de cancelar el pedido ${orderName}. El pedido está en espera mientras la revisamos. Recibirás la respuesta por correo electrónico.`,
  },
  requestedPart: {
    received: (orderName) =>
      `Hemos recibido tu solicitud de cancelar artículos del pedido ${orderName}. El pedido está en espera mientras la revisamos. Recibirás la respuesta por correo electrónico.`,
    declined: {
      subject: (orderName) => `No se han podido cancelar artículos de tu pedido ${orderName}`,
      intro: (orderName) =>
        `Pediste cancelar los artículos de abajo de tu pedido ${orderName}. No se han cancelado y siguen adelante.`,
    },
    itemsHeading: 'Artículos de tu solicitud',
  },
  refundFailed: {
    subject: (orderName) => `El reembolso de tu pedido ${orderName} se retrasa`,
    intro: (orderName, amount) =>
      `El reembolso de ${amount} de tu pedido ${orderName} no se ha completado. Estamos en ello y te escribiremos.`,
  },
  noteFrom: (shopName) => `Un mensaje de ${shopName}`,
  viewOrder: 'Ver tu pedido',
  replies: (shopName) => `Tu respuesta a este correo electrónico llega a ${shopName}.`,
  staff: {
    waiting: {
      subject: (orderName) => `Una solicitud de cancelar ${orderName} te espera`,
      intro: (orderName) =>
        `Un cliente pide cancelar el pedido ${orderName}. Su preparación está en espera hasta que respondas.`,
    },
    near: {
      subject: (orderName) => `La solicitud de cancelar ${orderName} caduca pronto`,
      intro: (orderName) =>
        `La solicitud de cancelar el pedido ${orderName} sigue esperando tu respuesta.`,
    },
    until: (time) =>
      `Si nadie responde antes del ${time}, la solicitud termina automáticamente: la preparación continúa y se avisa al cliente de que no se ha aceptado.`,
    what: 'Lo que se quiere cancelar',
    wholeOrder: 'Todo el pedido',
    howMuch: 'Reembolso si la apruebas',
    refund: 'Reembolso',
    open: 'Abrir la solicitud',
    closing: 'Unorder envía este mensaje a la dirección de contacto de tu tienda.',
  },
};
