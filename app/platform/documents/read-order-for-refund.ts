import type {
  ReadOrderForRefundQuery,
  ReadOrderForRefundQueryVariables,
} from '../admin-api.generated.ts';
import { document } from '../document.ts';
import { FULFILLMENT_ORDER_FIELDS } from './fulfillment-order-fields.ts';
import { LINE_ITEM_FIELDS } from './line-item-fields.ts';
import { MONEY_FIELDS } from './money-fields.ts';
import { ORDER_FIELDS } from './order-fields.ts';

/** `suggestFullRefund` takes in what is left of lines, shipping and duties. */
export const READ_ORDER_FOR_REFUND = document<
  ReadOrderForRefundQuery,
  ReadOrderForRefundQueryVariables
>(`#graphql
  query ReadOrderForRefund($id: ID!) {
    order(id: $id) {
      ...OrderFields
      suggestedRefund(suggestFullRefund: true) {
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
  ${LINE_ITEM_FIELDS}
  ${FULFILLMENT_ORDER_FIELDS}
  ${MONEY_FIELDS}
`);
