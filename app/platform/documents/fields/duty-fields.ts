/** Goes with `PRESENTMENT_FIELDS`. */
export const DUTY_FIELDS = `#graphql
  fragment DutyFields on Duty {
    id
    price {
      ...PresentmentFields
    }
    taxLines {
      priceSet {
        ...PresentmentFields
      }
    }
  }
`;
