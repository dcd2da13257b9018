import type { Limits, PublishedWords } from './words.ts';

const until = ({ duration, cutOff, untilFulfillment }: Limits): string => {
  const limits = [
    ...(duration === null ? [] : [`hasta ${duration} después del pedido`]),
    ...(cutOff === null
      ? []
      : [
          `hasta las ${cutOff.time} (${cutOff.zone}) del primero de nuestros días hábiles en que esa hora sea posterior a tu pedido`,
        ]),
    ...(untilFulfillment ? ['hasta que empecemos a prepararlo'] : ['hasta que se envíe']),
  ];
  const whichever = limits.length > 1 ? ', lo que ocurra primero' : '';
  return `${limits.join(' o ')}${whichever}`;
};

export const es: PublishedWords = {
  code: 'es',
  quoted: (text) => `«${text}»`,
  units: {
    minute: ['n minuto', 'n minutos'],
    hour: ['n hora', 'n horas'],
    day: ['n día', 'n días'],
    cancellation: ['n cancelación', 'n cancelaciones'],
    request: ['n solicitud más', 'n solicitudes más'],
  },
  title: 'Política de cancelación',
  introduction:
    'Aquí se explica cuándo y cómo puedes cancelar en línea un pedido. No limita el derecho de desistimiento ni ningún otro derecho que te conceda la ley.',
  switchedOff:
    'Por el momento los pedidos no se pueden cancelar en línea. Ponte en contacto con nosotros si deseas cancelar uno.',
  headings: {
    who: 'Quién puede cancelar',
    until: 'Hasta cuándo',
    exceptions: 'Qué queda excluido',
    refund: 'Tu reembolso',
    part: 'Si cancelas solo una parte del pedido',
    openingDays: 'Nuestros días hábiles',
    how: 'Cómo cancelar',
  },
  buyers: {
    customer: 'clientes con cuenta',
    guest: 'clientes que compraron sin cuenta',
    company_buyer: 'personas que compran en nombre de una empresa',
  },
  who: (buyers, countries) =>
    `Esto es válido para ${buyers}${countries === null ? ', sea cual sea el destino' : `, en pedidos con destino a ${countries}`}.`,
  ruleOrder:
    'Si varias de estas secciones corresponden a tu pedido, se aplica la primera de ellas.',
  nobodyElse: 'Para cualquier otro pedido, ponte en contacto con nosotros.',
  what: {
    whole_order: 'Puedes cancelar el pedido completo.',
    lines:
      'Puedes cancelar el pedido completo o artículos sueltos, cada uno con todas sus unidades.',
    quantities:
      'Puedes cancelar el pedido completo, artículos sueltos o unidades sueltas de ellos.',
  },
  instant: (limits) =>
    `Puedes cancelar de inmediato ${until(limits)}. No hace falta nuestra aprobación.`,
  request: (limits) =>
    `Puedes pedirnos que cancelemos ${until(limits)}. Nosotros decidimos sobre tu solicitud.`,
  noInstant: 'Nada se cancela sin nuestra aprobación.',
  noRequest: 'Después ya no podrás solicitarlo en línea.',
  reviewDays: (days) =>
    `Si tu solicitud necesita nuestra aprobación, respondemos en un plazo de ${days}. Si no lo hacemos, la solicitud termina y tu pedido sigue adelante.`,
  afterDecline: (requests) =>
    requests === null
      ? 'Si rechazamos una solicitud, no puedes volver a solicitar los mismos artículos, salvo que tu pedido o esta política hayan cambiado.'
      : `Si rechazamos una solicitud, puedes enviar ${requests} para los mismos artículos.`,
  reviewAbove: (amounts) => `Lo que valga más de ${amounts} solo se cancela si lo aprobamos.`,
  refused: (what) => `No se pueden cancelar aquí: ${what}.`,
  reviewed: (what) => `Solo con nuestra aprobación: ${what}.`,
  exclusions: {
    product_tag: () => 'determinados artículos',
    product_type: (values) => `artículos del tipo ${values}`,
    collection: (values) => `artículos de la colección ${values}`,
    final_sale: () => 'artículos sin cambio ni devolución',
    gift_card: () => 'tarjetas de regalo',
    subscription: () => 'suscripciones',
    pre_order: () => 'artículos en preventa',
    personalised: () => 'artículos personalizados',
    digital: () => 'descargas, entradas y otros artículos que no se envían',
    customer_tag: () => 'determinados pedidos',
    order_tag: () => 'determinados pedidos',
    sales_channel: (values) => `pedidos realizados a través de ${values}`,
    payment_method: (values) => `pedidos pagados con ${values}`,
    risk_level: () => 'pedidos que requieren una comprobación adicional',
  },
  noExceptions: 'Ningún artículo queda excluido.',
  always: {
    sent: 'Lo que ya se ha enviado, está listo para recoger o está en reparto no se puede cancelar aquí. Para devoluciones, consulta nuestra política de devoluciones.',
    onlyTheShop:
      'Las compras hechas en nuestra tienda física y los pedidos con una disputa de pago abierta no se pueden cancelar aquí. Ponte en contacto con nosotros.',
    usedGiftCard:
      'Si ya se ha usado una tarjeta de regalo de tu pedido, decidimos sobre tu solicitud.',
    bundle: 'Los artículos vendidos como lote solo se pueden cancelar juntos.',
  },
  limit: {
    refuse: (cancellations, days) =>
      `Después de ${cancellations} en ${days}, ponte en contacto con nosotros para cancelar algo más.`,
    review: (cancellations, days) =>
      `Después de ${cancellations} en ${days}, decidimos sobre cualquier otra.`,
  },
  method: {
    original: 'Tu dinero vuelve a los medios de pago con los que pagaste.',
    store_credit:
      'Recibes lo que pagaste como crédito en tienda. Esto no se aplica si ejerces un derecho legal de desistimiento.',
    customers_choice:
      'Tú eliges: tu dinero vuelve a los medios de pago con los que pagaste, o recibes crédito en tienda.',
  },
  bonus: (percent) => `Con el crédito en tienda recibes un ${percent} más.`,
  fee: {
    none: 'No hay cargo por cancelación.',
    fixed: (amounts) => `Retenemos un cargo por cancelación de ${amounts}.`,
    percent: (percent) => `Retenemos un cargo por cancelación del ${percent}.`,
    touches: {
      goods: 'Se descuenta solo de lo que pagaste por los artículos.',
      goods_and_shipping: 'Se descuenta de lo que pagaste por los artículos y por el envío.',
    },
    limits:
      'Se muestra antes de que confirmes y nunca supera tu reembolso. No hay cargo sobre importes que solo estaban retenidos, ni si ejerces un derecho legal de desistimiento.',
  },
  released: 'La retención de un importe que no se cobró se anula.',
  wholeOrder:
    'Con el pedido completo se devuelven íntegramente el envío, las propinas, los aranceles y las tasas de importación.',
  shipping: {
    keep: 'El envío se reembolsa cuando ya no queda nada por enviar.',
    proportional: 'Se devuelve la parte del envío que corresponde a los artículos cancelados.',
  },
  tip: {
    keep: 'Las propinas no se reembolsan.',
    proportional: 'Se devuelve la parte de la propina que corresponde a los artículos cancelados.',
  },
  duties: {
    keep: 'Los aranceles no se reembolsan.',
    proportional: 'Se devuelven los aranceles de los artículos cancelados.',
  },
  keepTheDeal:
    'Los descuentos y el envío gratuito que recibió tu pedido se mantienen, aunque el resto sea menor.',
  freeShipping: (minimum, price) =>
    `Si el resto vale menos de ${minimum}, el envío gratuito deja de aplicarse y se descuentan del reembolso ${price} de envío.`,
  discount: (title, minimum) =>
    `Si el resto vale menos de ${minimum}, el descuento ${title} deja de aplicarse y se descuenta de tu reembolso el descuento del resto de artículos.`,
  otherDeals:
    'Todos los demás descuentos se mantienen. Lo que se descuenta del reembolso se muestra antes de que confirmes.',
  openingDays: (days) => `Nuestros días hábiles son: ${days}.`,
  closedOn: (dates) => `Cerramos en las siguientes fechas: ${dates}.`,
  how: 'Abre tu pedido en tu cuenta de cliente, elige «Cancelar pedido» y confirma lo que ves. Recibirás un mensaje cuando esté hecho.',
  howGuest:
    'Sin cuenta, utiliza nuestra página de cancelación con tu número de pedido y el correo electrónico o el teléfono del pedido.',
  reasons: (reasons) => `Eliges un motivo: ${reasons}.`,
  withComment: (reason) => `${reason} (con un comentario)`,
  earlierOrders:
    'La política vigente cuando hiciste tu pedido sigue siendo válida para él, salvo que la actual te sea más favorable.',
};
