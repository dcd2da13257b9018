import type { StorefrontWords } from './words.ts';

export const es: StorefrontWords = {
  policy: {
    version: (version, since) => `Versión ${version}, en vigor desde el ${since}.`,
    initialVersion: 'Hasta ahora no hemos cambiado esta política.',
    cancelAnOrder: 'Cancelar un pedido sin cuenta',
  },
  languages: 'Idiomas',
  problem: {
    title: 'Esta página no se puede mostrar ahora',
    unavailable:
      'No hemos podido conectar con la tienda. No se ha cambiado nada. Inténtalo de nuevo en un minuto.',
    failed: (reference) =>
      `Algo ha fallado por nuestra parte. Inténtalo de nuevo en un minuto. Referencia: ${reference}`,
  },
  guest: {
    title: 'Cancelar un pedido',
    policyLink: 'Leer la política de cancelación',
    notAvailable:
      'No enviamos códigos por correo electrónico, así que aquí no se puede cancelar nada. Abre el enlace a tu pedido en la confirmación o ponte en contacto con nosotros.',
    tooManyAttempts: (minutes) =>
      minutes === 1
        ? 'Ha habido demasiados intentos. Inténtalo de nuevo en un minuto.'
        : `Ha habido demasiados intentos. Inténtalo de nuevo en ${minutes} minutos.`,
    sessionOver:
      'Por tu seguridad, esta página solo permanece abierta media hora. Pide un código nuevo.',
    fault: 'Rellena todos los campos e inténtalo de nuevo.',
    ask: {
      intro:
        'Introduce tu número de pedido y el correo electrónico o teléfono con el que lo hiciste. Enviamos un código al correo electrónico del pedido.',
      orderName: 'Número de pedido',
      orderNameHint: 'Está en la confirmación del pedido, por ejemplo #1042.',
      contact: 'Correo electrónico o teléfono',
      submit: 'Enviar código',
    },
    code: {
      sent: 'Si este pedido existe, hemos enviado un código a su correo electrónico. Es válido durante 10 minutos.',
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
