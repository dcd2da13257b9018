/* Written by `npm run graphql-codegen`. Do not edit. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * The currency codes that represent the world currencies throughout the Admin API. Currency codes include
 * [standard ISO 4217 codes](https://en.wikipedia.org/wiki/ISO_4217), legacy codes, non-standard codes,
 * digital currency codes.
 */
export type CurrencyCode =
  /** United Arab Emirates Dirham (AED). */
  | 'AED'
  /** Afghan Afghani (AFN). */
  | 'AFN'
  /** Albanian Lek (ALL). */
  | 'ALL'
  /** Armenian Dram (AMD). */
  | 'AMD'
  /** Netherlands Antillean Guilder. */
  | 'ANG'
  /** Angolan Kwanza (AOA). */
  | 'AOA'
  /** Argentine Pesos (ARS). */
  | 'ARS'
  /** Australian Dollars (AUD). */
  | 'AUD'
  /** Aruban Florin (AWG). */
  | 'AWG'
  /** Azerbaijani Manat (AZN). */
  | 'AZN'
  /** Bosnia and Herzegovina Convertible Mark (BAM). */
  | 'BAM'
  /** Barbadian Dollar (BBD). */
  | 'BBD'
  /** Bangladesh Taka (BDT). */
  | 'BDT'
  /** Bulgarian Lev (BGN). */
  | 'BGN'
  /** Bahraini Dinar (BHD). */
  | 'BHD'
  /** Burundian Franc (BIF). */
  | 'BIF'
  /** Bermudian Dollar (BMD). */
  | 'BMD'
  /** Brunei Dollar (BND). */
  | 'BND'
  /** Bolivian Boliviano (BOB). */
  | 'BOB'
  /** Brazilian Real (BRL). */
  | 'BRL'
  /** Bahamian Dollar (BSD). */
  | 'BSD'
  /** Bhutanese Ngultrum (BTN). */
  | 'BTN'
  /** Botswana Pula (BWP). */
  | 'BWP'
  /** Belarusian Ruble (BYN). */
  | 'BYN'
  /** Belarusian Ruble (BYR). */
  | 'BYR'
  /** Belize Dollar (BZD). */
  | 'BZD'
  /** Canadian Dollars (CAD). */
  | 'CAD'
  /** Congolese franc (CDF). */
  | 'CDF'
  /** Swiss Francs (CHF). */
  | 'CHF'
  /** Chilean Peso (CLP). */
  | 'CLP'
  /** Chinese Yuan Renminbi (CNY). */
  | 'CNY'
  /** Colombian Peso (COP). */
  | 'COP'
  /** Costa Rican Colones (CRC). */
  | 'CRC'
  /** Cape Verdean escudo (CVE). */
  | 'CVE'
  /** Czech Koruny (CZK). */
  | 'CZK'
  /** Djiboutian Franc (DJF). */
  | 'DJF'
  /** Danish Kroner (DKK). */
  | 'DKK'
  /** Dominican Peso (DOP). */
  | 'DOP'
  /** Algerian Dinar (DZD). */
  | 'DZD'
  /** Egyptian Pound (EGP). */
  | 'EGP'
  /** Eritrean Nakfa (ERN). */
  | 'ERN'
  /** Ethiopian Birr (ETB). */
  | 'ETB'
  /** Euro (EUR). */
  | 'EUR'
  /** Fijian Dollars (FJD). */
  | 'FJD'
  /** Falkland Islands Pounds (FKP). */
  | 'FKP'
  /** United Kingdom Pounds (GBP). */
  | 'GBP'
  /** Georgian Lari (GEL). */
  | 'GEL'
  /** Ghanaian Cedi (GHS). */
  | 'GHS'
  /** Gibraltar Pounds (GIP). */
  | 'GIP'
  /** Gambian Dalasi (GMD). */
  | 'GMD'
  /** Guinean Franc (GNF). */
  | 'GNF'
  /** Guatemalan Quetzal (GTQ). */
  | 'GTQ'
  /** Guyanese Dollar (GYD). */
  | 'GYD'
  /** Hong Kong Dollars (HKD). */
  | 'HKD'
  /** Honduran Lempira (HNL). */
  | 'HNL'
  /** Croatian Kuna (HRK). */
  | 'HRK'
  /** Haitian Gourde (HTG). */
  | 'HTG'
  /** Hungarian Forint (HUF). */
  | 'HUF'
  /** Indonesian Rupiah (IDR). */
  | 'IDR'
  /** Israeli New Shekel (NIS). */
  | 'ILS'
  /** Indian Rupees (INR). */
  | 'INR'
  /** Iraqi Dinar (IQD). */
  | 'IQD'
  /** Iranian Rial (IRR). */
  | 'IRR'
  /** Icelandic Kronur (ISK). */
  | 'ISK'
  /** Jersey Pound. */
  | 'JEP'
  /** Jamaican Dollars (JMD). */
  | 'JMD'
  /** Jordanian Dinar (JOD). */
  | 'JOD'
  /** Japanese Yen (JPY). */
  | 'JPY'
  /** Kenyan Shilling (KES). */
  | 'KES'
  /** Kyrgyzstani Som (KGS). */
  | 'KGS'
  /** Cambodian Riel. */
  | 'KHR'
  /** Kiribati Dollar (KID). */
  | 'KID'
  /** Comorian Franc (KMF). */
  | 'KMF'
  /** South Korean Won (KRW). */
  | 'KRW'
  /** Kuwaiti Dinar (KWD). */
  | 'KWD'
  /** Cayman Dollars (KYD). */
  | 'KYD'
  /** Kazakhstani Tenge (KZT). */
  | 'KZT'
  /** Laotian Kip (LAK). */
  | 'LAK'
  /** Lebanese Pounds (LBP). */
  | 'LBP'
  /** Sri Lankan Rupees (LKR). */
  | 'LKR'
  /** Liberian Dollar (LRD). */
  | 'LRD'
  /** Lesotho Loti (LSL). */
  | 'LSL'
  /** Lithuanian Litai (LTL). */
  | 'LTL'
  /** Latvian Lati (LVL). */
  | 'LVL'
  /** Libyan Dinar (LYD). */
  | 'LYD'
  /** Moroccan Dirham. */
  | 'MAD'
  /** Moldovan Leu (MDL). */
  | 'MDL'
  /** Malagasy Ariary (MGA). */
  | 'MGA'
  /** Macedonia Denar (MKD). */
  | 'MKD'
  /** Burmese Kyat (MMK). */
  | 'MMK'
  /** Mongolian Tugrik. */
  | 'MNT'
  /** Macanese Pataca (MOP). */
  | 'MOP'
  /** Mauritanian Ouguiya (MRU). */
  | 'MRU'
  /** Mauritian Rupee (MUR). */
  | 'MUR'
  /** Maldivian Rufiyaa (MVR). */
  | 'MVR'
  /** Malawian Kwacha (MWK). */
  | 'MWK'
  /** Mexican Pesos (MXN). */
  | 'MXN'
  /** Malaysian Ringgits (MYR). */
  | 'MYR'
  /** Mozambican Metical. */
  | 'MZN'
  /** Namibian Dollar. */
  | 'NAD'
  /** Nigerian Naira (NGN). */
  | 'NGN'
  /** Nicaraguan Córdoba (NIO). */
  | 'NIO'
  /** Norwegian Kroner (NOK). */
  | 'NOK'
  /** Nepalese Rupee (NPR). */
  | 'NPR'
  /** New Zealand Dollars (NZD). */
  | 'NZD'
  /** Omani Rial (OMR). */
  | 'OMR'
  /** Panamian Balboa (PAB). */
  | 'PAB'
  /** Peruvian Nuevo Sol (PEN). */
  | 'PEN'
  /** Papua New Guinean Kina (PGK). */
  | 'PGK'
  /** Philippine Peso (PHP). */
  | 'PHP'
  /** Pakistani Rupee (PKR). */
  | 'PKR'
  /** Polish Zlotych (PLN). */
  | 'PLN'
  /** Paraguayan Guarani (PYG). */
  | 'PYG'
  /** Qatari Rial (QAR). */
  | 'QAR'
  /** Romanian Lei (RON). */
  | 'RON'
  /** Serbian dinar (RSD). */
  | 'RSD'
  /** Russian Rubles (RUB). */
  | 'RUB'
  /** Rwandan Franc (RWF). */
  | 'RWF'
  /** Saudi Riyal (SAR). */
  | 'SAR'
  /** Solomon Islands Dollar (SBD). */
  | 'SBD'
  /** Seychellois Rupee (SCR). */
  | 'SCR'
  /** Sudanese Pound (SDG). */
  | 'SDG'
  /** Swedish Kronor (SEK). */
  | 'SEK'
  /** Singapore Dollars (SGD). */
  | 'SGD'
  /** Saint Helena Pounds (SHP). */
  | 'SHP'
  /** Sierra Leonean Leone (SLL). */
  | 'SLL'
  /** Somali Shilling (SOS). */
  | 'SOS'
  /** Surinamese Dollar (SRD). */
  | 'SRD'
  /** South Sudanese Pound (SSP). */
  | 'SSP'
  /** Sao Tome And Principe Dobra (STD). */
  | 'STD'
  /** Sao Tome And Principe Dobra (STN). */
  | 'STN'
  /** Syrian Pound (SYP). */
  | 'SYP'
  /** Swazi Lilangeni (SZL). */
  | 'SZL'
  /** Thai baht (THB). */
  | 'THB'
  /** Tajikistani Somoni (TJS). */
  | 'TJS'
  /** Turkmenistani Manat (TMT). */
  | 'TMT'
  /** Tunisian Dinar (TND). */
  | 'TND'
  /** Tongan Pa'anga (TOP). */
  | 'TOP'
  /** Turkish Lira (TRY). */
  | 'TRY'
  /** Trinidad and Tobago Dollars (TTD). */
  | 'TTD'
  /** Taiwan Dollars (TWD). */
  | 'TWD'
  /** Tanzanian Shilling (TZS). */
  | 'TZS'
  /** Ukrainian Hryvnia (UAH). */
  | 'UAH'
  /** Ugandan Shilling (UGX). */
  | 'UGX'
  /** United States Dollars (USD). */
  | 'USD'
  /** United States Dollars Coin (USDC). */
  | 'USDC'
  /** Uruguayan Pesos (UYU). */
  | 'UYU'
  /** Uzbekistan som (UZS). */
  | 'UZS'
  /** Venezuelan Bolivares (VED). */
  | 'VED'
  /** Venezuelan Bolivares (VEF). */
  | 'VEF'
  /** Venezuelan Bolivares Soberanos (VES). */
  | 'VES'
  /** Vietnamese đồng (VND). */
  | 'VND'
  /** Vanuatu Vatu (VUV). */
  | 'VUV'
  /** Samoan Tala (WST). */
  | 'WST'
  /** Central African CFA Franc (XAF). */
  | 'XAF'
  /** East Caribbean Dollar (XCD). */
  | 'XCD'
  /** West African CFA franc (XOF). */
  | 'XOF'
  /** CFP Franc (XPF). */
  | 'XPF'
  /** Unrecognized currency. */
  | 'XXX'
  /** Yemeni Rial (YER). */
  | 'YER'
  /** South African Rand (ZAR). */
  | 'ZAR'
  /** Zambian Kwacha (ZMW). */
  | 'ZMW';

/** The reason for a fulfillment hold. */
export type FulfillmentHoldReason =
  /** The fulfillment hold is applied because payment is pending. */
  | 'AWAITING_PAYMENT'
  /** The fulfillment hold is applied because of return items not yet received during an exchange. */
  | 'AWAITING_RETURN_ITEMS'
  /** The fulfillment hold is applied because of a high risk of fraud. */
  | 'HIGH_RISK_OF_FRAUD'
  /** The fulfillment hold is applied because of an incorrect address. */
  | 'INCORRECT_ADDRESS'
  /** The fulfillment hold is applied because inventory is out of stock. */
  | 'INVENTORY_OUT_OF_STOCK'
  /** The fulfillment hold is applied because of a post purchase upsell offer. */
  | 'ONLINE_STORE_POST_PURCHASE_CROSS_SELL'
  /** The fulfillment hold is applied for another reason. */
  | 'OTHER'
  /** The fulfillment hold is applied because of an unknown delivery date. */
  | 'UNKNOWN_DELIVERY_DATE';

/** The actions that can be taken on a fulfillment order. */
export type FulfillmentOrderAction =
  /** Cancels a fulfillment order. The corresponding mutation for this action is `fulfillmentOrderCancel`. */
  | 'CANCEL_FULFILLMENT_ORDER'
  /**
   * Creates a fulfillment for selected line items in the fulfillment order. The
   * corresponding mutation for this action is `fulfillmentCreateV2`.
   */
  | 'CREATE_FULFILLMENT'
  /**
   * Opens an external URL to initiate the fulfillment process outside Shopify.
   * This action should be paired with
   * `FulfillmentOrderSupportedAction.externalUrl`.
   */
  | 'EXTERNAL'
  /** Applies a fulfillment hold on the fulfillment order. The corresponding mutation for this action is `fulfillmentOrderHold`. */
  | 'HOLD'
  /** Marks the fulfillment order as open. The corresponding mutation for this action is `fulfillmentOrderOpen`. */
  | 'MARK_AS_OPEN'
  /** Merges a fulfillment order. The corresponding mutation for this action is `fulfillmentOrderMerge`. */
  | 'MERGE'
  /** Moves a fulfillment order. The corresponding mutation for this action is `fulfillmentOrderMove`. */
  | 'MOVE'
  /**
   * Releases the fulfillment hold on the fulfillment order. The corresponding
   * mutation for this action is `fulfillmentOrderReleaseHold`.
   */
  | 'RELEASE_HOLD'
  /** Report the progress of the fulfillment order, marking as in progress if it's not already in progress. */
  | 'REPORT_PROGRESS'
  /**
   * Sends a cancellation request to the fulfillment service of a fulfillment
   * order. The corresponding mutation for this action is
   * `fulfillmentOrderSubmitCancellationRequest`.
   */
  | 'REQUEST_CANCELLATION'
  /**
   * Sends a request for fulfilling selected line items in a fulfillment order to a
   * fulfillment service. The corresponding mutation for this action is
   * `fulfillmentOrderSubmitFulfillmentRequest`.
   */
  | 'REQUEST_FULFILLMENT'
  /** Splits a fulfillment order. The corresponding mutation for this action is `fulfillmentOrderSplit`. */
  | 'SPLIT';

/** The input fields for the fulfillment hold applied on the fulfillment order. */
export type FulfillmentOrderHoldInput = {
  /** A configurable ID used to track the automation system releasing these holds. */
  externalId?: string | null | undefined;
  /**
   * The fulfillment order line items to be placed on hold.
   *
   * If left blank, all line items of the fulfillment order are placed on hold.
   *
   * Not supported when placing a hold on a fulfillment order that is already held.
   * If supplied when a fulfillment order is already on hold, [a user error](https://shopify.dev/api/admin-graphql/latest/enums/FulfillmentOrderHoldUserErrorCode#value-fulfillmentordernotsplittable)
   * will be returned indicating that the fulfillment order is not able to be split.
   */
  fulfillmentOrderLineItems?: Array<FulfillmentOrderLineItemInput> | null | undefined;
  /**
   * An identifier that an app can use to reference one of the holds that it applies to a
   * fulfillment order.
   *
   * This field must be unique among the holds that a single app applies to a single fulfillment order.
   * It prevents apps from inadvertently creating duplicate holds.
   * This field cannot exceed 64 characters.
   *
   * For example, an app can place multiple holds on a single fulfillment order each with a different `handle`.
   * If an app attempts to place two holds with the same `handle`, the second hold will be rejected with
   * [a duplicate hold user error](https://shopify.dev/api/admin-graphql/latest/enums/FulfillmentOrderHoldUserErrorCode#value-duplicatefulfillmentholdhandle).
   * The same `handle` can however be re-used on different fulfillment orders and by different apps.
   *
   * By default, `handle` will be an empty string. If an app wishes to place multiple holds on a single
   * fulfillment order, then a different `handle` must be provided for each.
   */
  handle?: string | null | undefined;
  /** Whether the merchant receives a notification about the fulfillment hold. The default value is `false`. */
  notifyMerchant?: boolean | null | undefined;
  /** The reason for the fulfillment hold. */
  reason: FulfillmentHoldReason;
  /** Additional information about the fulfillment hold reason. */
  reasonNotes?: string | null | undefined;
};

/** Possible error codes that can be returned by `FulfillmentOrderHoldUserError`. */
export type FulfillmentOrderHoldUserErrorCode =
  /** The fulfillment order line items are not unique. */
  | 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS'
  /** The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order. */
  | 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'
  /**
   * The maximum number of fulfillment holds for this fulfillment order has been
   * reached for this app. An app can only have up to 10 holds on a single
   * fulfillment order at any one time.
   */
  | 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED'
  /** The fulfillment order could not be found. */
  | 'FULFILLMENT_ORDER_NOT_FOUND'
  /** The fulfillment order is not in a splittable state. */
  | 'FULFILLMENT_ORDER_NOT_SPLITTABLE'
  /** The fulfillment order line item quantity must be greater than 0. */
  | 'GREATER_THAN_ZERO'
  /** The fulfillment order line item quantity is invalid. */
  | 'INVALID_LINE_ITEM_QUANTITY'
  /** The input value is already taken. */
  | 'TAKEN';

/** The input fields used to include the quantity of the fulfillment order line item that should be fulfilled. */
export type FulfillmentOrderLineItemInput = {
  /** The ID of the fulfillment order line item. */
  id: string;
  /** The quantity of the fulfillment order line item. */
  quantity: number;
};

/** Possible error codes that can be returned by `FulfillmentOrderReleaseHoldUserError`. */
export type FulfillmentOrderReleaseHoldUserErrorCode =
  /** The fulfillment order wasn't found. */
  | 'FULFILLMENT_ORDER_NOT_FOUND'
  /** The app doesn't have access to release the fulfillment hold. */
  | 'INVALID_ACCESS';

/** The request status of a fulfillment order. */
export type FulfillmentOrderRequestStatus =
  /** The fulfillment service accepted the merchant's fulfillment request. */
  | 'ACCEPTED'
  /** The fulfillment service accepted the merchant's fulfillment cancellation request. */
  | 'CANCELLATION_ACCEPTED'
  /** The fulfillment service rejected the merchant's fulfillment cancellation request. */
  | 'CANCELLATION_REJECTED'
  /** The merchant requested a cancellation of the fulfillment request for this fulfillment order. */
  | 'CANCELLATION_REQUESTED'
  /** The fulfillment service closed the fulfillment order without completing it. */
  | 'CLOSED'
  /** The fulfillment service rejected the merchant's fulfillment request. */
  | 'REJECTED'
  /** The merchant requested fulfillment for this fulfillment order. */
  | 'SUBMITTED'
  /**
   * The initial request status for the newly-created fulfillment orders. This is the only valid
   * request status for fulfillment orders that aren't assigned to a fulfillment service.
   */
  | 'UNSUBMITTED';

/** The status of a fulfillment order. */
export type FulfillmentOrderStatus =
  /** The fulfillment order has been cancelled by the merchant. */
  | 'CANCELLED'
  /** The fulfillment order has been completed and closed. */
  | 'CLOSED'
  /** The fulfillment order cannot be completed as requested. */
  | 'INCOMPLETE'
  /** The fulfillment order is being processed. */
  | 'IN_PROGRESS'
  /**
   * The fulfillment order is on hold. The fulfillment process can't be initiated
   * until the hold on the fulfillment order is released.
   */
  | 'ON_HOLD'
  /** The fulfillment order is ready for fulfillment. */
  | 'OPEN'
  /** The fulfillment order is deferred and will be ready for fulfillment after the date and time specified in `fulfill_at`. */
  | 'SCHEDULED';

/** The input fields for a monetary value with currency. */
export type MoneyInput = {
  /** Decimal money amount. */
  amount: string;
  /** Currency of the money. */
  currencyCode: CurrencyCode;
};

/** Discrepancy reasons for order adjustments. */
export type OrderAdjustmentInputDiscrepancyReason =
  /** The discrepancy reason is customer. */
  | 'CUSTOMER'
  /** The discrepancy reason is damage. */
  | 'DAMAGE'
  /** The discrepancy reason is not one of the predefined reasons. */
  | 'OTHER'
  /** The discrepancy reason is restocking. */
  | 'RESTOCK';

/** Represents the reason for the order's cancellation. */
export type OrderCancelReason =
  /** The customer wanted to cancel the order. */
  | 'CUSTOMER'
  /** Payment was declined. */
  | 'DECLINED'
  /** The order was fraudulent. */
  | 'FRAUD'
  /** There was insufficient inventory. */
  | 'INVENTORY'
  /** The order was canceled for an unlisted reason. */
  | 'OTHER'
  /** Staff made an error. */
  | 'STAFF';

/** The input fields used to specify the refund method for an order cancellation. */
export type OrderCancelRefundMethodInput =
  | {
      /** Whether to refund to the original payment method. */
      originalPaymentMethodsRefund: boolean;
      storeCreditRefund?: never;
    }
  | {
      originalPaymentMethodsRefund?: never; /** Whether to refund to store credit. */
      storeCreditRefund: OrderCancelStoreCreditRefundInput;
    };

/** Represents the status of the order's cancellation request. */
export type OrderCancelStatus =
  /** The order cancellation has failed. */
  | 'FAILED'
  /** The order cancellation has been initiated. */
  | 'STARTED'
  /** The order cancellation has been completed successfully. */
  | 'SUCCEEDED';

/** The input fields used to refund to store credit. */
export type OrderCancelStoreCreditRefundInput = {
  /** The expiration date of the store credit. */
  expiresAt?: string | null | undefined;
};

/** Possible error codes that can be returned by `OrderCancelUserError`. */
export type OrderCancelUserErrorCode =
  /** Unexpected internal error happened. */
  | 'INTERNAL_ERROR'
  /** The input value is invalid. */
  | 'INVALID'
  /** The record with the ID used as the input value couldn't be found. */
  | 'NOT_FOUND'
  /** An order refund was requested but the user does not have the refund_orders permission. */
  | 'NO_REFUND_PERMISSION'
  /** An order refund was requested but the user does not have the refund_to_store_credit permission. */
  | 'NO_REFUND_TO_STORE_CREDIT_PERMISSION'
  /** A store credit order refund was requested but the order is a B2B order. */
  | 'STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED'
  /** A store credit order refund was requested but the expiration date is in the past. */
  | 'STORE_CREDIT_REFUND_EXPIRATION_IN_PAST'
  /** A store credit order refund was requested but the order has no customer. */
  | 'STORE_CREDIT_REFUND_MISSING_CUSTOMER';

/** Represents the order's current financial status. */
export type OrderDisplayFinancialStatus =
  /**
   * Displayed as **Authorized**. The payment provider has validated the customer's
   * payment information. This status appears only for manual payment capture and
   * indicates payments should be captured before the authorization period expires.
   */
  | 'AUTHORIZED'
  /**
   * Displayed as **Expired**. Payment wasn't captured before the payment
   * provider's deadline on an authorized order. Some payment providers use this
   * status to indicate failed payment processing.
   */
  | 'EXPIRED'
  /** Displayed as **Paid**. Payment was automatically or manually captured, or the order was marked as paid. */
  | 'PAID'
  /**
   * Displayed as **Partially paid**. A payment was manually captured for the order
   * with an amount less than the full order value.
   */
  | 'PARTIALLY_PAID'
  /** Displayed as **Partially refunded**. The amount refunded to a customer is less than the full amount paid for an order. */
  | 'PARTIALLY_REFUNDED'
  /**
   * Displayed as **Pending**. Orders have this status when the payment provider
   * needs time to complete the payment, or when manual payment methods are being used.
   */
  | 'PENDING'
  /** Displayed as **Refunded**. The full amount paid for an order was refunded to the customer. */
  | 'REFUNDED'
  /**
   * Displayed as **Voided**. An authorized but uncaptured payment was voided,
   * releasing the hold on the funds. This is the payment's financial status and is
   * distinct from the order's status: an order can remain open even when its
   * payment is voided.
   */
  | 'VOIDED';

/** Represents the order's aggregated fulfillment status for display purposes. */
export type OrderDisplayFulfillmentStatus =
  /** Displayed as **Fulfilled**. All the items in the order have been fulfilled. */
  | 'FULFILLED'
  /**
   * Displayed as **Not required** on the orders list and **Fulfillment not
   * required** in the order details header. The order has no items to be fulfilled.
   */
  | 'FULFILLMENT_NOT_REQUIRED'
  /**
   * Displayed as **In progress**. All of the items in the order have had a request
   * for fulfillment sent to the fulfillment service or all of the items have been
   * marked as in progress.
   */
  | 'IN_PROGRESS'
  /** Displayed as **On hold**. All of the unfulfilled items in this order are on hold. */
  | 'ON_HOLD'
  /** Displayed as **Open**. None of the items in the order have been fulfilled. Replaced by "UNFULFILLED" status. */
  | 'OPEN'
  /** Displayed as **Partially fulfilled**. Some of the items in the order have been fulfilled. */
  | 'PARTIALLY_FULFILLED'
  /**
   * Displayed as **Pending fulfillment**. A request for fulfillment of some items
   * awaits a response from the fulfillment service. Replaced by the "IN_PROGRESS" status.
   */
  | 'PENDING_FULFILLMENT'
  /**
   * Displayed as **Request declined**. Some of the items in the order have been
   * rejected for fulfillment by the fulfillment service.
   */
  | 'REQUEST_DECLINED'
  /** Displayed as **Restocked**. All the items in the order have been restocked. Replaced by the "UNFULFILLED" status. */
  | 'RESTOCKED'
  /** Displayed as **Scheduled**. All of the unfulfilled items in this order are scheduled for fulfillment at later time. */
  | 'SCHEDULED'
  /** Displayed as **Unfulfilled**. None of the items in the order have been fulfilled. */
  | 'UNFULFILLED';

/**
 * The order's aggregated return status that's used for display purposes.
 * An order might have multiple returns, so this field communicates the prioritized return status.
 * The `OrderReturnStatus` enum is a supported filter parameter in the [`orders` query](https://shopify.dev/api/admin-graphql/latest/queries/orders#:~:text=reference_location_id-,return_status,-risk_level).
 */
export type OrderReturnStatus =
  /** All return shipments from a return in this order were inspected. */
  | 'INSPECTION_COMPLETE'
  /** Some items in the order are being returned. */
  | 'IN_PROGRESS'
  /** No items in the order were returned. */
  | 'NO_RETURN'
  /** Some items in the order were returned. */
  | 'RETURNED'
  /** Some returns in the order were not completed successfully. */
  | 'RETURN_FAILED'
  /** A return was requested for some items in the order. */
  | 'RETURN_REQUESTED';

/** The input fields for the information needed to create an order transaction. */
export type OrderTransactionInput = {
  /** The amount of money for this transaction. */
  amount: string;
  /** The payment gateway to use for this transaction. */
  gateway: string;
  /** The kind of transaction. */
  kind: OrderTransactionKind;
  /** The ID of the order associated with the transaction. */
  orderId: string;
  /** The ID of the optional parent transaction, for example the authorization of a capture. */
  parentId?: string | null | undefined;
};

/** The different kinds of order transactions. */
export type OrderTransactionKind =
  /**
   * An amount reserved against the cardholder's funding source.
   * Money does not change hands until the authorization is captured.
   */
  | 'AUTHORIZATION'
  /** A transfer of the money that was reserved by an authorization. */
  | 'CAPTURE'
  /** The money returned to the customer when they've paid too much during a cash transaction. */
  | 'CHANGE'
  /** An authorization for a payment taken with an EMV credit card reader. */
  | 'EMV_AUTHORIZATION'
  /**
   * A partial or full return of captured funds to the cardholder.
   * A refund can happen only after a capture is processed.
   */
  | 'REFUND'
  /** An authorization and capture performed together in a single step. */
  | 'SALE'
  /** A suggested refund transaction that can be used to create a refund. */
  | 'SUGGESTED_REFUND'
  /** A cancelation of an authorization transaction. */
  | 'VOID';

/** The different states that an `OrderTransaction` can have. */
export type OrderTransactionStatus =
  /** Awaiting a response. */
  | 'AWAITING_RESPONSE'
  /** There was an error while processing the transaction. */
  | 'ERROR'
  /** The transaction failed. */
  | 'FAILURE'
  /** The transaction is pending. */
  | 'PENDING'
  /** The transaction succeeded. */
  | 'SUCCESS'
  /** The transaction status is unknown. */
  | 'UNKNOWN';

/** The input fields required to reimburse duties on a refund. */
export type RefundDutyInput = {
  /** The ID of the duty in the refund. */
  dutyId: string;
  /** The type of refund for this duty. */
  refundType?: RefundDutyRefundType | null | undefined;
};

/** The type of refund to perform for a particular refund duty. */
export type RefundDutyRefundType =
  /** The duty is fully refunded. */
  | 'FULL'
  /** The duty is proportionally refunded based on the quantity of the refunded line item. */
  | 'PROPORTIONAL';

/** The input fields to create a refund. */
export type RefundInput = {
  /** Whether to allow the total refunded amount to surpass the amount paid for the order. */
  allowOverRefunding?: boolean | null | undefined;
  /**
   * The currency that is used to refund the order. This must be the presentment
   * currency, which is the currency used by the customer. This is a required field
   * for orders where the currency and presentment currency differ.
   */
  currency?: CurrencyCode | null | undefined;
  /** An optional reason for a discrepancy between calculated and actual refund amounts. */
  discrepancyReason?: OrderAdjustmentInputDiscrepancyReason | null | undefined;
  /** An optional note that's attached to the refund. */
  note?: string | null | undefined;
  /** Whether to send a refund notification to the customer. */
  notify?: boolean | null | undefined;
  /** The ID of the order that's being refunded. */
  orderId: string;
  /** The date and time when the refund is being processed. If not provided, it will be set to the current time. */
  processedAt?: string | null | undefined;
  /** A list of duties to refund. */
  refundDuties?: Array<RefundDutyInput> | null | undefined;
  /** A list of line items to refund. */
  refundLineItems?: Array<RefundLineItemInput> | null | undefined;
  /** A list of instructions to process the financial outcome of the refund. */
  refundMethods?: Array<RefundMethodInput> | null | undefined;
  /** The input fields that are required to reimburse shipping costs. */
  shipping?: ShippingRefundInput | null | undefined;
  /** A list of transactions involved in the refund. */
  transactions?: Array<OrderTransactionInput> | null | undefined;
};

/** The input fields required to reimburse line items on a refund. */
export type RefundLineItemInput = {
  /** The ID of the line item in the refund. */
  lineItemId: string;
  /** The intended location for restocking. If the `restockType` is set to `NO_RESTOCK`, then this value is empty. */
  locationId?: string | null | undefined;
  /** The quantity of the associated line item to be refunded. */
  quantity: number;
  /** The type of restock for this line item. */
  restockType?: RefundLineItemRestockType | null | undefined;
};

/** The type of restock performed for a particular refund line item. */
export type RefundLineItemRestockType =
  /** The refund line item was canceled. Use this when restocking unfulfilled line items. */
  | 'CANCEL'
  /**
   * Deprecated. The refund line item was restocked, without specifically
   * beingidentified as a return or cancelation. This value is not accepted when
   * creating new refunds.
   */
  | 'LEGACY_RESTOCK'
  /** Refund line item was not restocked. */
  | 'NO_RESTOCK'
  /** The refund line item was returned. Use this when restocking line items that were fulfilled. */
  | 'RETURN';

/** The input fields for processing the financial outcome of a refund. */
export type RefundMethodInput = {
  /** The details of the refund to store credit. */
  storeCreditRefund: StoreCreditRefundInput;
};

/** The input fields that are required to reimburse shipping costs. */
export type ShippingRefundInput = {
  /** The monetary value of the shipping fees to be reimbursed. */
  amount?: string | null | undefined;
  /** Whether a full refund is provided. */
  fullRefund?: boolean | null | undefined;
};

/** The input fields to process a refund to store credit. */
export type StoreCreditRefundInput = {
  /** The amount to be issued as store credit. */
  amount: MoneyInput;
  /** An optional expiration date for the store credit being issued. */
  expiresAt?: string | null | undefined;
};

export type CancelOrderMutationVariables = Exact<{
  orderId: string;
  reason: OrderCancelReason;
  restock: boolean;
  refundMethod?: OrderCancelRefundMethodInput | null | undefined;
  notifyCustomer: boolean;
  staffNote: string;
}>;

export type CancelOrderMutation = {
  orderCancel: {
    jobResult: { id: string } | null;
    orderCancelUserErrors: Array<{ code: OrderCancelUserErrorCode | null; message: string }>;
  } | null;
};

export type FulfillmentOrderFieldsFragment = {
  nodes: Array<{
    id: string;
    status: FulfillmentOrderStatus;
    requestStatus: FulfillmentOrderRequestStatus;
    assignedLocation: { name: string; location: { id: string } | null };
    supportedActions: Array<{ action: FulfillmentOrderAction }>;
    fulfillmentHolds: Array<{ id: string; handle: string | null; heldByRequestingApp: boolean }>;
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type HoldFulfillmentOrderMutationVariables = Exact<{
  id: string;
  hold: FulfillmentOrderHoldInput;
}>;

export type HoldFulfillmentOrderMutation = {
  fulfillmentOrderHold: {
    fulfillmentHold: { id: string } | null;
    userErrors: Array<{ code: FulfillmentOrderHoldUserErrorCode | null; message: string }>;
  } | null;
};

export type LineItemFieldsFragment = {
  nodes: Array<{
    id: string;
    title: string;
    variantTitle: string | null;
    quantity: number;
    currentQuantity: number;
    unfulfilledQuantity: number;
    image: { url: string } | null;
    discountedTotalSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type ListOrdersQueryVariables = Exact<{
  filter?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type ListOrdersQuery = {
  orders: {
    nodes: Array<{
      id: string;
      name: string;
      email: string | null;
      createdAt: string;
      updatedAt: string;
      cancelledAt: string | null;
      displayFinancialStatus: OrderDisplayFinancialStatus | null;
      displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
      totalPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      customer: { id: string; displayName: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type MoneyFieldsFragment = {
  presentmentMoney: { amount: string; currencyCode: CurrencyCode };
  shopMoney: { amount: string; currencyCode: CurrencyCode };
};

export type OrderFieldsFragment = {
  id: string;
  name: string;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  displayFinancialStatus: OrderDisplayFinancialStatus | null;
  displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
  returnStatus: OrderReturnStatus;
  currencyCode: CurrencyCode;
  presentmentCurrencyCode: CurrencyCode;
  cancellation: { staffNote: string | null } | null;
  customer: { id: string } | null;
  purchasingEntity: { __typename: 'Customer' } | { __typename: 'PurchasingCompany' } | null;
  totalPriceSet: {
    presentmentMoney: { amount: string; currencyCode: CurrencyCode };
    shopMoney: { amount: string; currencyCode: CurrencyCode };
  };
  lineItems: {
    nodes: Array<{
      id: string;
      title: string;
      variantTitle: string | null;
      quantity: number;
      currentQuantity: number;
      unfulfilledQuantity: number;
      image: { url: string } | null;
      discountedTotalSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  fulfillmentOrders: {
    nodes: Array<{
      id: string;
      status: FulfillmentOrderStatus;
      requestStatus: FulfillmentOrderRequestStatus;
      assignedLocation: { name: string; location: { id: string } | null };
      supportedActions: Array<{ action: FulfillmentOrderAction }>;
      fulfillmentHolds: Array<{ id: string; handle: string | null; heldByRequestingApp: boolean }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  transactions: Array<{
    id: string;
    kind: OrderTransactionKind;
    status: OrderTransactionStatus;
    gateway: string | null;
    formattedGateway: string | null;
    manualPaymentGateway: boolean;
    createdAt: string;
    paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
    parentTransaction: { id: string } | null;
    amountSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
  }>;
  refunds: Array<{
    id: string;
    createdAt: string | null;
    note: string | null;
    totalRefundedSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    transactions: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
  }>;
};

export type ReadCancelJobQueryVariables = Exact<{
  id: string;
}>;

export type ReadCancelJobQuery = {
  node:
    | {
        done: boolean;
        status: OrderCancelStatus;
        errors: Array<{ code: OrderCancelUserErrorCode | null; message: string }>;
      }
    | Record<PropertyKey, never>
    | null;
};

export type ReadMoreFulfillmentOrdersQueryVariables = Exact<{
  id: string;
  after: string;
}>;

export type ReadMoreFulfillmentOrdersQuery = {
  order: {
    fulfillmentOrders: {
      nodes: Array<{
        id: string;
        status: FulfillmentOrderStatus;
        requestStatus: FulfillmentOrderRequestStatus;
        assignedLocation: { name: string; location: { id: string } | null };
        supportedActions: Array<{ action: FulfillmentOrderAction }>;
        fulfillmentHolds: Array<{
          id: string;
          handle: string | null;
          heldByRequestingApp: boolean;
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreLineItemsQueryVariables = Exact<{
  id: string;
  after: string;
}>;

export type ReadMoreLineItemsQuery = {
  order: {
    lineItems: {
      nodes: Array<{
        id: string;
        title: string;
        variantTitle: string | null;
        quantity: number;
        currentQuantity: number;
        unfulfilledQuantity: number;
        image: { url: string } | null;
        discountedTotalSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadOrderForRefundQueryVariables = Exact<{
  id: string;
}>;

export type ReadOrderForRefundQuery = {
  order: {
    id: string;
    name: string;
    createdAt: string;
    processedAt: string;
    updatedAt: string;
    cancelledAt: string | null;
    displayFinancialStatus: OrderDisplayFinancialStatus | null;
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
    returnStatus: OrderReturnStatus;
    currencyCode: CurrencyCode;
    presentmentCurrencyCode: CurrencyCode;
    suggestedRefund: {
      maximumRefundableSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      suggestedTransactions: Array<{
        gateway: string | null;
        formattedGateway: string | null;
        paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
        parentTransaction: { id: string } | null;
        amountSet: {
          presentmentMoney: { amount: string; currencyCode: CurrencyCode };
          shopMoney: { amount: string; currencyCode: CurrencyCode };
        };
        maximumRefundableSet: {
          presentmentMoney: { amount: string; currencyCode: CurrencyCode };
          shopMoney: { amount: string; currencyCode: CurrencyCode };
        } | null;
      }>;
    } | null;
    cancellation: { staffNote: string | null } | null;
    customer: { id: string } | null;
    purchasingEntity: { __typename: 'Customer' } | { __typename: 'PurchasingCompany' } | null;
    totalPriceSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    lineItems: {
      nodes: Array<{
        id: string;
        title: string;
        variantTitle: string | null;
        quantity: number;
        currentQuantity: number;
        unfulfilledQuantity: number;
        image: { url: string } | null;
        discountedTotalSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    fulfillmentOrders: {
      nodes: Array<{
        id: string;
        status: FulfillmentOrderStatus;
        requestStatus: FulfillmentOrderRequestStatus;
        assignedLocation: { name: string; location: { id: string } | null };
        supportedActions: Array<{ action: FulfillmentOrderAction }>;
        fulfillmentHolds: Array<{
          id: string;
          handle: string | null;
          heldByRequestingApp: boolean;
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    transactions: Array<{
      id: string;
      kind: OrderTransactionKind;
      status: OrderTransactionStatus;
      gateway: string | null;
      formattedGateway: string | null;
      manualPaymentGateway: boolean;
      createdAt: string;
      paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
      parentTransaction: { id: string } | null;
      amountSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
    }>;
    refunds: Array<{
      id: string;
      createdAt: string | null;
      note: string | null;
      totalRefundedSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      transactions: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
    }>;
  } | null;
};

export type ReadOrderIdOfQueryVariables = Exact<{
  fulfillmentOrderId: string;
}>;

export type ReadOrderIdOfQuery = { fulfillmentOrder: { orderId: string } | null };

export type ReadOrderQueryVariables = Exact<{
  id: string;
}>;

export type ReadOrderQuery = {
  order: {
    id: string;
    name: string;
    createdAt: string;
    processedAt: string;
    updatedAt: string;
    cancelledAt: string | null;
    displayFinancialStatus: OrderDisplayFinancialStatus | null;
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
    returnStatus: OrderReturnStatus;
    currencyCode: CurrencyCode;
    presentmentCurrencyCode: CurrencyCode;
    cancellation: { staffNote: string | null } | null;
    customer: { id: string } | null;
    purchasingEntity: { __typename: 'Customer' } | { __typename: 'PurchasingCompany' } | null;
    totalPriceSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    lineItems: {
      nodes: Array<{
        id: string;
        title: string;
        variantTitle: string | null;
        quantity: number;
        currentQuantity: number;
        unfulfilledQuantity: number;
        image: { url: string } | null;
        discountedTotalSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    fulfillmentOrders: {
      nodes: Array<{
        id: string;
        status: FulfillmentOrderStatus;
        requestStatus: FulfillmentOrderRequestStatus;
        assignedLocation: { name: string; location: { id: string } | null };
        supportedActions: Array<{ action: FulfillmentOrderAction }>;
        fulfillmentHolds: Array<{
          id: string;
          handle: string | null;
          heldByRequestingApp: boolean;
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    transactions: Array<{
      id: string;
      kind: OrderTransactionKind;
      status: OrderTransactionStatus;
      gateway: string | null;
      formattedGateway: string | null;
      manualPaymentGateway: boolean;
      createdAt: string;
      paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
      parentTransaction: { id: string } | null;
      amountSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
    }>;
    refunds: Array<{
      id: string;
      createdAt: string | null;
      note: string | null;
      totalRefundedSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      transactions: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
    }>;
  } | null;
};

export type ReadRecipientQueryVariables = Exact<{
  id: string;
}>;

export type ReadRecipientQuery = {
  shop: { name: string; contactEmail: string };
  order: {
    name: string;
    email: string | null;
    statusPageUrl: string;
    customerLocale: string | null;
    customer: { firstName: string | null } | null;
  } | null;
};

export type RequestFulfillmentStopMutationVariables = Exact<{
  id: string;
  message: string;
}>;

export type RequestFulfillmentStopMutation = {
  fulfillmentOrderSubmitCancellationRequest: { userErrors: Array<{ message: string }> } | null;
};

export type CreateRefundMutationVariables = Exact<{
  input: RefundInput;
  key: string;
}>;

export type CreateRefundMutation = {
  refundCreate: { refund: { id: string } | null; userErrors: Array<{ message: string }> } | null;
};

export type ReleaseHoldMutationVariables = Exact<{
  id: string;
  holdIds: Array<string> | string;
}>;

export type ReleaseHoldMutation = {
  fulfillmentOrderReleaseHold: {
    userErrors: Array<{ code: FulfillmentOrderReleaseHoldUserErrorCode | null; message: string }>;
  } | null;
};
