import { COLLECTION_IDS } from './collection-ids.ts';
import { COMPANY_ROLE_FIELDS } from './company-role-fields.ts';
import { DUTY_FIELDS } from './duty-fields.ts';
import { FULFILLMENT_ORDER_FIELDS, WORK_LINE_FIELDS } from './fulfillment-order-fields.ts';
import { LINE_ITEM_FIELDS } from './line-item-fields.ts';
import { MONEY_FIELDS, PRESENTMENT_FIELDS } from './money-fields.ts';
import {
  REFUND_FIELDS,
  REFUND_TRANSACTION_IDS,
  REFUNDED_LINE_FIELDS,
  REFUNDED_SHIPPING_FIELDS,
} from './refund-fields.ts';
import { SHIPPING_LINE_FIELDS } from './shipping-line-fields.ts';
import { TRANSACTION_FIELDS } from './transaction-fields.ts';

/** What decisions need of an order, with all the fragments for it. Of its address, only the country. */
export const ORDER_FIELDS = `#graphql
  fragment OrderFields on Order {
    id
    name
    createdAt
    processedAt
    updatedAt
    cancelledAt
    cancellation {
      staffNote
    }
    customer {
      id
      tags
    }
    purchasingEntity {
      ... on PurchasingCompany {
        location {
          id
          roleAssignments(first: 50) {
            ...CompanyRoleFields
          }
        }
      }
    }
    paymentTerms {
      id
    }
    tags
    displayAddress {
      countryCodeV2
    }
    app {
      name
    }
    sourceName
    retailLocation {
      id
    }
    risk {
      recommendation
      assessments {
        riskLevel
      }
    }
    disputes {
      initiatedAs
      status
    }
    merchantEditable
    displayFinancialStatus
    displayFulfillmentStatus
    returnStatus
    fulfillments(first: 10) {
      status
    }
    currencyCode
    presentmentCurrencyCode
    taxesIncluded
    dutiesIncluded
    totalPriceSet {
      ...MoneyFields
    }
    currentTotalPriceSet {
      ...MoneyFields
    }
    totalOutstandingSet {
      ...PresentmentFields
    }
    totalTipReceivedSet {
      ...PresentmentFields
    }
    totalCashRoundingAdjustment {
      paymentSet {
        ...PresentmentFields
      }
      refundSet {
        ...PresentmentFields
      }
    }
    shippingLines(first: 10) {
      ...ShippingLineFields
    }
    additionalFees {
      price {
        ...PresentmentFields
      }
      taxLines {
        priceSet {
          ...PresentmentFields
        }
      }
    }
    lineItems(first: 50) {
      ...LineItemFields
    }
    fulfillmentOrders(first: 20, displayable: false) {
      ...FulfillmentOrderFields
    }
    transactions {
      ...TransactionFields
    }
    refunds {
      ...RefundFields
    }
  }
  ${SHIPPING_LINE_FIELDS}
  ${LINE_ITEM_FIELDS}
  ${COLLECTION_IDS}
  ${DUTY_FIELDS}
  ${FULFILLMENT_ORDER_FIELDS}
  ${WORK_LINE_FIELDS}
  ${TRANSACTION_FIELDS}
  ${REFUND_FIELDS}
  ${REFUNDED_LINE_FIELDS}
  ${REFUNDED_SHIPPING_FIELDS}
  ${REFUND_TRANSACTION_IDS}
  ${COMPANY_ROLE_FIELDS}
  ${MONEY_FIELDS}
  ${PRESENTMENT_FIELDS}
`;
