import type {
  ReadOrderForRefundQuery,
  ReadOrderForRefundQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { ORDER_FIELDS } from '../fields/order-fields.ts';

/**
 * With `everything`, Shopify takes in what is left of lines, shipping, duties, tip and fees, and ignores the
 * other arguments.
 */
export const READ_ORDER_FOR_REFUND = document<
  ReadOrderForRefundQuery,
  ReadOrderForRefundQueryVariables
>(
  `#graphql
  query ReadOrderForRefund(
    $id: ID!
    $everything: Boolean!
    $lines: [RefundLineItemInput!]
    $shippingAmount: Money
    $duties: [RefundDutyInput!]
  ) {
    shop {
      ianaTimezone
    }
    order(id: $id) {
      ...OrderFields
      suggestedRefund(
        suggestFullRefund: $everything
        refundLineItems: $lines
        shippingAmount: $shippingAmount
        refundDuties: $duties
      ) {
        refundLineItems {
          quantity
          lineItem {
            id
          }
          subtotalSet {
            ...PresentmentFields
          }
          totalTaxSet {
            ...PresentmentFields
          }
        }
        shipping {
          amountSet {
            ...PresentmentFields
          }
          taxSet {
            ...PresentmentFields
          }
        }
        totalDutiesSet {
          ...PresentmentFields
        }
        maximumRefundableSet {
          ...MoneyFields
        }
        suggestedTransactions {
          gateway
          formattedGateway
          paymentDetails {
            ... on CardPaymentDetails {
              company
            }
          }
          parentTransaction {
            id
          }
          amountSet {
            ...MoneyFields
          }
          maximumRefundableSet {
            ...MoneyFields
          }
        }
      }
    }
  }
  ${ORDER_FIELDS}
`,
  { mayLack: 'protected_fields' },
);
