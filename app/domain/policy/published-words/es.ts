import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfilment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`en un plazo de ${duration} desde el pedido`]),
    ...(cutOff === null
      ? []
      : [
          `hasta las ${cutOff.time} (${cutOff.zone}) del primero de nuestros días de apertura en que esa hora sea posterior a su pedido`,
        ]),
    ...(untilFulfilment ? ['antes de que empecemos a prepararlo'] : ['antes de que se envíe']),
  ];
  const whichever = limits.length > 1 ? ', lo que ocurra primero' : '';
  return `${limits.join(', ')}${whichever}`;
};

export const es: PublishedWords = {
  code: 'es',
  quoted: (text) => `«${text}»`,
  units: {
    minute: ['n minuto', 'n minutos'],
    hour: ['n hora', 'n horas'],
    day: ['n día', 'n días'],
  },
  title: 'Política de cancelación',
  introduction:
    'Aquí se explica cuándo y cómo puede cancelar usted mismo un pedido. No limita el derecho de desistimiento ni ningún otro derecho que le conceda la ley.',
  switchedOff:
    'Por el momento los pedidos no se pueden cancelar en línea. Póngase en contacto con nosotros si desea cancelar uno.',
  headings: {
    who: 'Quién puede cancelar',
    until: 'Hasta cuándo',
    exceptions: 'Qué queda excluido',
    refund: 'Qué se le devuelve',
    part: 'Si cancela solo una parte del pedido',
    openingDays: 'Nuestros días de apertura',
    how: 'Cómo cancelar',
  },
  buyers: {
    customer: 'clientes con cuenta',
    guest: 'clientes que compraron sin cuenta',
    company_buyer: 'personas que compran para una empresa en la que tienen un rol',
  },
  who: (buyers, countries) =>
    `Esto es válido para ${buyers}${countries === null ? ', sea cual sea el destino' : `, en pedidos con destino a ${countries}`}.`,
  ruleOrder:
    'Si varias de estas secciones corresponden a su pedido, se aplica la primera de ellas.',
  nobodyElse: 'Para cualquier otro pedido, póngase en contacto con nosotros.',
  what: {
    whole_order: 'Puede cancelar el pedido completo.',
    lines:
      'Puede cancelar el pedido completo o artículos sueltos, cada uno con todas sus unidades.',
    quantities: 'Puede cancelar el pedido completo, artículos sueltos o unidades sueltas de ellos.',
  },
  instant: (limits) =>
    `Puede cancelar de inmediato ${until(limits)}. La cancelación se realiza entonces sin nuestra aprobación.`,
  request: (limits) =>
    `Puede pedirnos que cancelemos ${until(limits)}. Entonces decidimos sobre su solicitud.`,
  noInstant: 'Nada se cancela sin nuestra aprobación.',
  noRequest: 'Después ya no podrá solicitarlo en línea.',
  reviewDays: (days) =>
    `Si su solicitud necesita nuestra aprobación, respondemos en un plazo de ${days}. Si no lo hacemos, la solicitud termina y su pedido sigue adelante.`,
  reviewAbove: (amounts) => `Lo que valga más de ${amounts} solo se cancela si lo aprobamos.`,
  refused: (what) => `No puede cancelar usted mismo: ${what}.`,
  reviewed: (what) => `Decidimos sobre su solicitud en el caso de: ${what}.`,
  exclusions: {
    product_tag: (values) => `productos marcados ${values}`,
    product_type: (values) => `productos del tipo ${values}`,
    collection: (values) => `productos de la colección ${values}`,
    final_sale: (values) => `productos de venta final (marcados ${values})`,
    gift_card: () => 'tarjetas de regalo',
    subscription: () => 'suscripciones',
    pre_order: () => 'reservas anticipadas',
    personalised: () => 'productos personalizados',
    digital: () => 'descargas, entradas y otros productos que no se envían',
    customer_tag: (values) => `pedidos de clientes marcados ${values}`,
    order_tag: (values) => `pedidos marcados ${values}`,
    sales_channel: (values) => `pedidos realizados a través de ${values}`,
    payment_method: (values) => `pedidos pagados con ${values}`,
    risk_level: (values) => `pedidos cuyo riesgo es ${values} según nuestro control de fraude`,
  },
  risk: { MEDIUM: 'medio', HIGH: 'alto' },
  noExceptions: 'Ningún producto queda excluido.',
  always: {
    sent: 'Lo que ya se ha enviado, está listo para recoger o está en reparto no se puede cancelar aquí. Puede devolverlo.',
    onlyTheShop:
      'Los pedidos comprados en nuestra tienda física y aquellos cuyo pago está revisando un banco no se pueden cancelar aquí. Póngase en contacto con nosotros.',
    usedGiftCard:
      'Si ya se ha usado una tarjeta de regalo de su pedido, decidimos sobre su solicitud.',
    bundle: 'Los artículos vendidos como lote solo se pueden cancelar juntos.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Después de ${cancellations} cancelaciones en ${days}, póngase en contacto con nosotros para cualquier otra.`,
    review: (cancellations, days) =>
      `Después de ${cancellations} cancelaciones en ${days}, decidimos sobre cualquier otra.`,
  },
  method: {
    original: 'Su dinero vuelve a los medios de pago con los que pagó.',
    store_credit: 'Recibe lo que pagó como crédito de la tienda.',
    customers_choice:
      'Usted elige: su dinero vuelve a los medios de pago con los que pagó, o recibe crédito de la tienda.',
  },
  bonus: (percent) => `Al crédito de la tienda le añadimos un ${percent}.`,
  fee: {
    none: 'No hay gastos de cancelación.',
    fixed: (amounts) => `Retenemos unos gastos de cancelación de ${amounts}.`,
    percent: (percent) => `Retenemos unos gastos de cancelación del ${percent}.`,
    touches: {
      goods: 'Se descuentan solo de lo que pagó por los artículos.',
      goods_and_shipping: 'Se descuentan de lo que pagó por los artículos y por el envío.',
    },
    limits:
      'Se muestran antes de que confirme y nunca superan lo que se le devolvería. No hay gastos sobre importes que solo estaban reservados.',
  },
  released: 'Un importe que solo estaba reservado y no se cobró queda liberado.',
  wholeOrder:
    'Con el pedido completo se devuelven íntegramente el envío, las propinas, los aranceles y las tasas de importación.',
  shipping: {
    keep: 'El envío se devuelve cuando ya no queda nada por enviar.',
    proportional: 'Se devuelve la parte del envío que corresponde a los artículos cancelados.',
  },
  tip: {
    keep: 'La propina se mantiene en el pedido.',
    proportional: 'Se devuelve la parte de la propina que corresponde a los artículos cancelados.',
  },
  duties: {
    keep: 'Los aranceles se mantienen en el pedido.',
    proportional: 'Se devuelven los aranceles de los artículos cancelados.',
  },
  keepTheDeal:
    'Los descuentos y el envío gratuito que recibió su pedido se mantienen, aunque el resto sea menor.',
  freeShipping: (minimum, price) =>
    `Si el resto vale menos de ${minimum}, el envío gratuito deja de aplicarse y se descuentan del reembolso ${price} de envío.`,
  discount: (title, minimum) =>
    `Si el resto vale menos de ${minimum}, el descuento ${title} deja de aplicarse y se descuenta del reembolso lo que dio sobre el resto.`,
  otherDeals:
    'Todos los demás descuentos se mantienen. Lo que se descuenta del reembolso se muestra antes de que confirme.',
  openingDays: (days) => `Abrimos los siguientes días: ${days}.`,
  closedOn: (dates) => `Cerramos en las siguientes fechas: ${dates}.`,
  how: 'Abra su pedido en su cuenta de cliente, elija «Cancelar pedido» y confirme lo que ve. Recibirá un mensaje cuando esté hecho.',
  howGuest:
    'Sin cuenta, utilice la página de cancelación de esta tienda con su número de pedido y el correo electrónico o el teléfono del pedido.',
  reasons: (reasons) => `Usted elige un motivo: ${reasons}.`,
  withComment: (reason) => `${reason} (con un comentario)`,
  earlierOrders:
    'La política vigente cuando hizo su pedido sigue siendo válida para él, salvo que la actual le sea más favorable.',
};
