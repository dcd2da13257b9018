import type { Words } from './words.ts';

export const es: Words = {
  greeting: (firstName) => (firstName ? `Hola, ${firstName}:` : 'Hola:'),
  cancelled: {
    subject: (orderName) => `Tu pedido ${orderName} está cancelado`,
    intro: (orderName) => `Tu pedido ${orderName} está cancelado. No tienes que hacer nada más.`,
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
  },
  noteFrom: (shopName) => `Un mensaje de ${shopName}`,
  viewOrder: 'Ver tu pedido',
  replies: (shopName) => `Tu respuesta a este correo llega a ${shopName}.`,
};
