import type { StorefrontWords } from './words.ts';

export const es: StorefrontWords = {
  policy: {
    version: (version, since) => `Versión ${version}, en vigor desde el ${since}.`,
    initialVersion: 'Esta tienda no ha cambiado sus condiciones hasta ahora.',
    cancelAnOrder: 'Cancelar un pedido sin cuenta',
  },
  languages: 'Idiomas',
  problem: {
    title: 'Esta página no se puede mostrar ahora',
    unavailable:
      'No se puede contactar con la tienda en este momento. No se ha cambiado nada: inténtalo de nuevo en un minuto.',
    failed: (reference) =>
      `Algo ha fallado por nuestra parte. Inténtalo de nuevo en un minuto. Referencia: ${reference}`,
  },
  guest: {
    title: 'Cancelar un pedido',
    policyLink: 'Leer las condiciones de cancelación',
    notAvailable:
      'Esta tienda no envía códigos por correo, así que aquí no se puede cancelar nada. Abre el enlace a tu pedido en la confirmación o ponte en contacto con la tienda.',
    tooManyAttempts: (minutes) =>
      minutes === 1
        ? 'Ha habido demasiados intentos. Inténtalo de nuevo en un minuto.'
        : `Ha habido demasiados intentos. Inténtalo de nuevo en ${minutes} minutos.`,
    sessionOver:
      'Por tu seguridad, esta página solo permanece abierta media hora. Pide un código nuevo.',
    fault: 'Rellena todos los campos e inténtalo de nuevo.',
    ask: {
      intro:
        'Introduce tu número de pedido y el correo o teléfono con el que lo hiciste. Enviamos un código al correo del pedido.',
      orderName: 'Número de pedido',
      orderNameHint: 'Está en la confirmación del pedido, por ejemplo #1042.',
      contact: 'Correo o teléfono',
      submit: 'Enviar código',
    },
    code: {
      sent: 'Si este pedido existe, hemos enviado un código a su correo. Es válido durante 10 minutos.',
      label: 'Código',
      submit: 'Continuar',
      wrong: 'Este código no es correcto o ya no es válido. Compruébalo o pide uno nuevo.',
      notArrived:
        '¿No ha llegado? Puede tardar un minuto. Mira también en el correo no deseado y comprueba los datos que has introducido.',
      again: 'Pedir un código nuevo',
    },
    order: {
      heading: (orderName) => `Pedido ${orderName}`,
      update: 'Continuar',
      change: 'Cambiar la selección',
      refresh: 'Actualizar estado',
    },
  },
};
