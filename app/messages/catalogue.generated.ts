/* Written by `npm run messages` from the JSON files beside it. Do not edit. */

import enMail from './en/mail.json' with { type: 'json' };
import enPolicy from './en/policy.json' with { type: 'json' };
import enShopper from './en/shopper.json' with { type: 'json' };
import enStaff from './en/staff.json' with { type: 'json' };
import enStorefront from './en/storefront.json' with { type: 'json' };
import deMail from './de/mail.json' with { type: 'json' };
import dePolicy from './de/policy.json' with { type: 'json' };
import deShopper from './de/shopper.json' with { type: 'json' };
import deStaff from './de/staff.json' with { type: 'json' };
import deStorefront from './de/storefront.json' with { type: 'json' };
import esMail from './es/mail.json' with { type: 'json' };
import esPolicy from './es/policy.json' with { type: 'json' };
import esShopper from './es/shopper.json' with { type: 'json' };
import esStorefront from './es/storefront.json' with { type: 'json' };
import frMail from './fr/mail.json' with { type: 'json' };
import frPolicy from './fr/policy.json' with { type: 'json' };
import frShopper from './fr/shopper.json' with { type: 'json' };
import frStorefront from './fr/storefront.json' with { type: 'json' };
import itMail from './it/mail.json' with { type: 'json' };
import itPolicy from './it/policy.json' with { type: 'json' };
import itShopper from './it/shopper.json' with { type: 'json' };
import itStorefront from './it/storefront.json' with { type: 'json' };
import jaMail from './ja/mail.json' with { type: 'json' };
import jaPolicy from './ja/policy.json' with { type: 'json' };
import jaShopper from './ja/shopper.json' with { type: 'json' };
import jaStorefront from './ja/storefront.json' with { type: 'json' };
import nlMail from './nl/mail.json' with { type: 'json' };
import nlPolicy from './nl/policy.json' with { type: 'json' };
import nlShopper from './nl/shopper.json' with { type: 'json' };
import nlStorefront from './nl/storefront.json' with { type: 'json' };
import plMail from './pl/mail.json' with { type: 'json' };
import plPolicy from './pl/policy.json' with { type: 'json' };
import plShopper from './pl/shopper.json' with { type: 'json' };
import plStaff from './pl/staff.json' with { type: 'json' };
import plStorefront from './pl/storefront.json' with { type: 'json' };

export const CATALOGUE = {
  en: {
    mail: enMail,
    policy: enPolicy,
    shopper: enShopper,
    staff: enStaff,
    storefront: enStorefront,
  },
  de: {
    mail: deMail,
    policy: dePolicy,
    shopper: deShopper,
    staff: deStaff,
    storefront: deStorefront,
  },
  es: { mail: esMail, policy: esPolicy, shopper: esShopper, storefront: esStorefront },
  fr: { mail: frMail, policy: frPolicy, shopper: frShopper, storefront: frStorefront },
  it: { mail: itMail, policy: itPolicy, shopper: itShopper, storefront: itStorefront },
  ja: { mail: jaMail, policy: jaPolicy, shopper: jaShopper, storefront: jaStorefront },
  nl: { mail: nlMail, policy: nlPolicy, shopper: nlShopper, storefront: nlStorefront },
  pl: {
    mail: plMail,
    policy: plPolicy,
    shopper: plShopper,
    staff: plStaff,
    storefront: plStorefront,
  },
};
