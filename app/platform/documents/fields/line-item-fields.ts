/** Goes with `PRESENTMENT_FIELDS` and `DUTY_FIELDS`. Of properties, only their names. */
export const LINE_ITEM_FIELDS = `#graphql
  fragment LineItemFields on LineItemConnection {
    nodes {
      id
      title
      variantTitle
      quantity
      currentQuantity
      unfulfilledQuantity
      nonFulfillableQuantity
      isGiftCard
      requiresShipping
      restockable
      image {
        url
      }
      customAttributes {
        key
      }
      originalUnitPriceSet {
        ...PresentmentFields
      }
      discountAllocations {
        allocatedAmountSet {
          ...PresentmentFields
        }
        discountApplication {
          index
          targetSelection
          ... on AutomaticDiscountApplication {
            title
          }
          ... on DiscountCodeApplication {
            code
          }
          ... on ManualDiscountApplication {
            title
          }
          ... on ScriptDiscountApplication {
            title
          }
        }
      }
      taxLines {
        priceSet {
          ...PresentmentFields
        }
      }
      duties {
        ...DutyFields
      }
      sellingPlan {
        sellingPlanId
      }
      lineItemGroup {
        id
        title
      }
      product {
        id
        tags
        productType
      }
      variant {
        inventoryItem {
          id
          tracked
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
