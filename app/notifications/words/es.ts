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
      heading: 'Gastos de cancelación',
      explanation: 'Se mostraron antes de confirmar y se los queda la tienda.',
    },
    refunded: {
      heading: 'Tu reembolso',
      sent: 'Lo hemos enviado a tu método de pago original. Suele tardar de 5 a 10 días en aparecer en tu extracto.',
      onItsWay:
        'Está en camino a tu método de pago original y falta la confirmación del proveedor de pagos. Suele tardar de 5 a 10 días en aparecer en tu extracto.',
    },
    released: {
      heading: 'Reservado, nunca cobrado',
      explanation:
        'Este importe solo estaba reservado. La reserva queda liberada, así que no hay nada que reembolsar. Tu banco puede tardar unos días en mostrarlo.',
    },
    byHand: {
      heading: 'Devuelto por la tienda',
      explanation:
        'Este importe no se pagó en línea, así que no puede volver por sí solo. La tienda te lo devolverá.',
    },
    storeCredit: {
      heading: 'Crédito de la tienda',
      label: 'Crédito de la tienda',
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
        'La tienda no ha podido aceptar la cancelación. Si tienes preguntas, responde a este correo.',
      customer_withdrew: 'Retiraste tu solicitud.',
      not_answered:
        'La tienda no respondió a tiempo. Responde a este correo o vuelve a solicitarlo.',
      already_shipped: 'Ya se ha enviado. Podrás devolverlo cuando llegue.',
      fulfilment_started: 'Ya se está preparando. Podrás devolverlo cuando llegue.',
      warehouse_refused: 'El almacén ya no pudo detenerlo. Podrás devolverlo cuando llegue.',
      cancelled_elsewhere: 'La tienda ha gestionado este pedido de otra manera.',
      not_possible:
        'No se puede cancelar en su estado actual. Responde a este correo y la tienda te ayudará.',
    },
    nextStep: {
      return_it: 'Puedes devolver los artículos cuando lleguen.',
      contact_shop: 'Responde a este correo: la tienda buscará una solución contigo.',
      wait_for_delivery: 'Espera la entrega; no hace falta nada más.',
    },
  },
  received: {
    subject: (orderName) => `Hemos recibido tu cancelación de ${orderName}`,
    intro: (orderName) =>
      `Tu solicitud de cancelar el pedido ${orderName} ha llegado y no se enviará nada. Tu banco aún no ha confirmado el pago: en cuanto lo haga, el pedido se cancelará y se te devolverá todo lo pagado.`,
  },
  refundFailed: {
    subject: (orderName) => `El reembolso de tu pedido ${orderName} se retrasa`,
    intro: (orderName, amount) =>
      `El reembolso de ${amount} de tu pedido cancelado ${orderName} no se ha podido pagar. La tienda lo sabe y te lo pagará de otra forma. No pierdes el dinero.`,
  },
  noteFrom: (shopName) => `Un mensaje de ${shopName}`,
  viewOrder: 'Ver tu pedido',
  replies: (shopName) => `Tu respuesta a este correo llega a ${shopName}.`,
};
