/* Written by `npm run messages` from the JSON files beside it. Do not edit. */

import enMail from './en/mail.json' with { type: 'json' };
import enPolicy from './en/policy.json' with { type: 'json' };
import enShopper from './en/shopper.json' with { type: 'json' };
import enStaffAttention from './en/staff/attention.json' with { type: 'json' };
import enStaffBulk from './en/staff/bulk.json' with { type: 'json' };
import enStaffCancelPopup from './en/staff/cancel-popup.json' with { type: 'json' };
import enStaffCancellation from './en/staff/cancellation.json' with { type: 'json' };
import enStaffCustomerData from './en/staff/customer-data.json' with { type: 'json' };
import enStaffExtensions from './en/staff/extensions.json' with { type: 'json' };
import enStaffFigures from './en/staff/figures.json' with { type: 'json' };
import enStaffFrame from './en/staff/frame.json' with { type: 'json' };
import enStaffHealth from './en/staff/health.json' with { type: 'json' };
import enStaffHistory from './en/staff/history.json' with { type: 'json' };
import enStaffHome from './en/staff/home.json' with { type: 'json' };
import enStaffNotifications from './en/staff/notifications.json' with { type: 'json' };
import enStaffOrder from './en/staff/order.json' with { type: 'json' };
import enStaffOrders from './en/staff/orders.json' with { type: 'json' };
import enStaffPolicy from './en/staff/policy.json' with { type: 'json' };
import enStaffPolicyWords from './en/staff/policy-words.json' with { type: 'json' };
import enStaffRefusals from './en/staff/refusals.json' with { type: 'json' };
import enStaffRequests from './en/staff/requests.json' with { type: 'json' };
import enStaffSettings from './en/staff/settings.json' with { type: 'json' };
import enStorefront from './en/storefront.json' with { type: 'json' };
import deMail from './de/mail.json' with { type: 'json' };
import dePolicy from './de/policy.json' with { type: 'json' };
import deShopper from './de/shopper.json' with { type: 'json' };
import deStaffAttention from './de/staff/attention.json' with { type: 'json' };
import deStaffBulk from './de/staff/bulk.json' with { type: 'json' };
import deStaffCancelPopup from './de/staff/cancel-popup.json' with { type: 'json' };
import deStaffCancellation from './de/staff/cancellation.json' with { type: 'json' };
import deStaffCustomerData from './de/staff/customer-data.json' with { type: 'json' };
import deStaffExtensions from './de/staff/extensions.json' with { type: 'json' };
import deStaffFigures from './de/staff/figures.json' with { type: 'json' };
import deStaffFrame from './de/staff/frame.json' with { type: 'json' };
import deStaffHealth from './de/staff/health.json' with { type: 'json' };
import deStaffHistory from './de/staff/history.json' with { type: 'json' };
import deStaffHome from './de/staff/home.json' with { type: 'json' };
import deStaffNotifications from './de/staff/notifications.json' with { type: 'json' };
import deStaffOrder from './de/staff/order.json' with { type: 'json' };
import deStaffOrders from './de/staff/orders.json' with { type: 'json' };
import deStaffPolicy from './de/staff/policy.json' with { type: 'json' };
import deStaffPolicyWords from './de/staff/policy-words.json' with { type: 'json' };
import deStaffRefusals from './de/staff/refusals.json' with { type: 'json' };
import deStaffRequests from './de/staff/requests.json' with { type: 'json' };
import deStaffSettings from './de/staff/settings.json' with { type: 'json' };
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
import plStaffAttention from './pl/staff/attention.json' with { type: 'json' };
import plStaffBulk from './pl/staff/bulk.json' with { type: 'json' };
import plStaffCancelPopup from './pl/staff/cancel-popup.json' with { type: 'json' };
import plStaffCancellation from './pl/staff/cancellation.json' with { type: 'json' };
import plStaffCustomerData from './pl/staff/customer-data.json' with { type: 'json' };
import plStaffExtensions from './pl/staff/extensions.json' with { type: 'json' };
import plStaffFigures from './pl/staff/figures.json' with { type: 'json' };
import plStaffFrame from './pl/staff/frame.json' with { type: 'json' };
import plStaffHealth from './pl/staff/health.json' with { type: 'json' };
import plStaffHistory from './pl/staff/history.json' with { type: 'json' };
import plStaffHome from './pl/staff/home.json' with { type: 'json' };
import plStaffNotifications from './pl/staff/notifications.json' with { type: 'json' };
import plStaffOrder from './pl/staff/order.json' with { type: 'json' };
import plStaffOrders from './pl/staff/orders.json' with { type: 'json' };
import plStaffPolicy from './pl/staff/policy.json' with { type: 'json' };
import plStaffPolicyWords from './pl/staff/policy-words.json' with { type: 'json' };
import plStaffRefusals from './pl/staff/refusals.json' with { type: 'json' };
import plStaffRequests from './pl/staff/requests.json' with { type: 'json' };
import plStaffSettings from './pl/staff/settings.json' with { type: 'json' };
import plStorefront from './pl/storefront.json' with { type: 'json' };

export const CATALOGUE = {
  en: {
    mail: enMail,
    policy: enPolicy,
    shopper: enShopper,
    staff: {
      ...enStaffAttention,
      ...enStaffBulk,
      ...enStaffCancelPopup,
      ...enStaffCancellation,
      ...enStaffCustomerData,
      ...enStaffExtensions,
      ...enStaffFigures,
      ...enStaffFrame,
      ...enStaffHealth,
      ...enStaffHistory,
      ...enStaffHome,
      ...enStaffNotifications,
      ...enStaffOrder,
      ...enStaffOrders,
      ...enStaffPolicy,
      ...enStaffPolicyWords,
      ...enStaffRefusals,
      ...enStaffRequests,
      ...enStaffSettings,
    },
    storefront: enStorefront,
  },
  de: {
    mail: deMail,
    policy: dePolicy,
    shopper: deShopper,
    staff: {
      ...deStaffAttention,
      ...deStaffBulk,
      ...deStaffCancelPopup,
      ...deStaffCancellation,
      ...deStaffCustomerData,
      ...deStaffExtensions,
      ...deStaffFigures,
      ...deStaffFrame,
      ...deStaffHealth,
      ...deStaffHistory,
      ...deStaffHome,
      ...deStaffNotifications,
      ...deStaffOrder,
      ...deStaffOrders,
      ...deStaffPolicy,
      ...deStaffPolicyWords,
      ...deStaffRefusals,
      ...deStaffRequests,
      ...deStaffSettings,
    },
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
    staff: {
      ...plStaffAttention,
      ...plStaffBulk,
      ...plStaffCancelPopup,
      ...plStaffCancellation,
      ...plStaffCustomerData,
      ...plStaffExtensions,
      ...plStaffFigures,
      ...plStaffFrame,
      ...plStaffHealth,
      ...plStaffHistory,
      ...plStaffHome,
      ...plStaffNotifications,
      ...plStaffOrder,
      ...plStaffOrders,
      ...plStaffPolicy,
      ...plStaffPolicyWords,
      ...plStaffRefusals,
      ...plStaffRequests,
      ...plStaffSettings,
    },
    storefront: plStorefront,
  },
};
