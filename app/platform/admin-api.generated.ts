/* Written by `npm run graphql-codegen`. Do not edit. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The status of the app subscription. */
export type AppSubscriptionStatus =
  /** The app subscription has been approved by the merchant and is ready to be activated by the app. */
  | 'ACCEPTED'
  /**
   * The app subscription has been approved by the merchant. Active app
   * subscriptions are billed to the shop. After payment, partners receive payouts.
   */
  | 'ACTIVE'
  /**
   * The app subscription was cancelled by the app. This could be caused by the app
   * being uninstalled, a new app subscription being activated, or a direct
   * cancellation by the app. This is a terminal state.
   */
  | 'CANCELLED'
  /** The app subscription was declined by the merchant. This is a terminal state. */
  | 'DECLINED'
  /** The app subscription wasn't approved by the merchant within two days of being created. This is a terminal state. */
  | 'EXPIRED'
  /** The app subscription is on hold due to non-payment. The subscription re-activates after payments resume. */
  | 'FROZEN'
  /** The app subscription is pending approval by the merchant. */
  | 'PENDING';

/** The valid values for the status of a bulk operation. */
export type BulkOperationStatus =
  /** The bulk operation has been canceled. */
  | 'CANCELED'
  /**
   * Cancelation has been initiated on the bulk operation. There may be a short delay from when a cancelation
   * starts until the operation is actually canceled.
   */
  | 'CANCELING'
  /** The bulk operation has successfully completed. */
  | 'COMPLETED'
  /** The bulk operation has been created. */
  | 'CREATED'
  /** The bulk operation URL has expired. */
  | 'EXPIRED'
  /**
   * The bulk operation has failed. For information on why the operation failed, use
   * [BulkOperation.errorCode](https://shopify.dev/api/admin-graphql/latest/enums/bulkoperationerrorcode).
   */
  | 'FAILED'
  /** The bulk operation is running. */
  | 'RUNNING';

/** Possible error codes that can be returned by `BulkOperationUserError`. */
export type BulkOperationUserErrorCode =
  /** The input value is invalid. */
  | 'INVALID'
  /** Bulk operations limit reached. Please try again later. */
  | 'LIMIT_REACHED'
  /** A bulk operation is already in progress. */
  | 'OPERATION_IN_PROGRESS';

/** The precision of the value returned by a count field. */
export type CountPrecision =
  /** The count is at least the value. A limit was imposed and reached. */
  | 'AT_LEAST'
  /** The count is exactly the value. A write may not be reflected instantaneously. */
  | 'EXACT';

/**
 * The code designating a country/region, which generally follows ISO 3166-1 alpha-2 guidelines.
 * If a territory doesn't have a country code value in the `CountryCode` enum, then it might be considered a subdivision
 * of another country. For example, the territories associated with Spain are represented by the country code `ES`,
 * and the territories associated with the United States of America are represented by the country code `US`.
 */
export type CountryCode =
  /** Ascension Island. */
  | 'AC'
  /** Andorra. */
  | 'AD'
  /** United Arab Emirates. */
  | 'AE'
  /** Afghanistan. */
  | 'AF'
  /** Antigua & Barbuda. */
  | 'AG'
  /** Anguilla. */
  | 'AI'
  /** Albania. */
  | 'AL'
  /** Armenia. */
  | 'AM'
  /** Netherlands Antilles. */
  | 'AN'
  /** Angola. */
  | 'AO'
  /** Argentina. */
  | 'AR'
  /** Austria. */
  | 'AT'
  /** Australia. */
  | 'AU'
  /** Aruba. */
  | 'AW'
  /** Åland Islands. */
  | 'AX'
  /** Azerbaijan. */
  | 'AZ'
  /** Bosnia & Herzegovina. */
  | 'BA'
  /** Barbados. */
  | 'BB'
  /** Bangladesh. */
  | 'BD'
  /** Belgium. */
  | 'BE'
  /** Burkina Faso. */
  | 'BF'
  /** Bulgaria. */
  | 'BG'
  /** Bahrain. */
  | 'BH'
  /** Burundi. */
  | 'BI'
  /** Benin. */
  | 'BJ'
  /** St. Barthélemy. */
  | 'BL'
  /** Bermuda. */
  | 'BM'
  /** Brunei. */
  | 'BN'
  /** Bolivia. */
  | 'BO'
  /** Caribbean Netherlands. */
  | 'BQ'
  /** Brazil. */
  | 'BR'
  /** Bahamas. */
  | 'BS'
  /** Bhutan. */
  | 'BT'
  /** Bouvet Island. */
  | 'BV'
  /** Botswana. */
  | 'BW'
  /** Belarus. */
  | 'BY'
  /** Belize. */
  | 'BZ'
  /** Canada. */
  | 'CA'
  /** Cocos (Keeling) Islands. */
  | 'CC'
  /** Congo - Kinshasa. */
  | 'CD'
  /** Central African Republic. */
  | 'CF'
  /** Congo - Brazzaville. */
  | 'CG'
  /** Switzerland. */
  | 'CH'
  /** Côte d’Ivoire. */
  | 'CI'
  /** Cook Islands. */
  | 'CK'
  /** Chile. */
  | 'CL'
  /** Cameroon. */
  | 'CM'
  /** China. */
  | 'CN'
  /** Colombia. */
  | 'CO'
  /** Costa Rica. */
  | 'CR'
  /** Cuba. */
  | 'CU'
  /** Cape Verde. */
  | 'CV'
  /** Curaçao. */
  | 'CW'
  /** Christmas Island. */
  | 'CX'
  /** Cyprus. */
  | 'CY'
  /** Czechia. */
  | 'CZ'
  /** Germany. */
  | 'DE'
  /** Djibouti. */
  | 'DJ'
  /** Denmark. */
  | 'DK'
  /** Dominica. */
  | 'DM'
  /** Dominican Republic. */
  | 'DO'
  /** Algeria. */
  | 'DZ'
  /** Ecuador. */
  | 'EC'
  /** Estonia. */
  | 'EE'
  /** Egypt. */
  | 'EG'
  /** Western Sahara. */
  | 'EH'
  /** Eritrea. */
  | 'ER'
  /** Spain. */
  | 'ES'
  /** Ethiopia. */
  | 'ET'
  /** Finland. */
  | 'FI'
  /** Fiji. */
  | 'FJ'
  /** Falkland Islands. */
  | 'FK'
  /** Faroe Islands. */
  | 'FO'
  /** France. */
  | 'FR'
  /** Gabon. */
  | 'GA'
  /** United Kingdom. */
  | 'GB'
  /** Grenada. */
  | 'GD'
  /** Georgia. */
  | 'GE'
  /** French Guiana. */
  | 'GF'
  /** Guernsey. */
  | 'GG'
  /** Ghana. */
  | 'GH'
  /** Gibraltar. */
  | 'GI'
  /** Greenland. */
  | 'GL'
  /** Gambia. */
  | 'GM'
  /** Guinea. */
  | 'GN'
  /** Guadeloupe. */
  | 'GP'
  /** Equatorial Guinea. */
  | 'GQ'
  /** Greece. */
  | 'GR'
  /** South Georgia & South Sandwich Islands. */
  | 'GS'
  /** Guatemala. */
  | 'GT'
  /** Guinea-Bissau. */
  | 'GW'
  /** Guyana. */
  | 'GY'
  /** Hong Kong SAR. */
  | 'HK'
  /** Heard & McDonald Islands. */
  | 'HM'
  /** Honduras. */
  | 'HN'
  /** Croatia. */
  | 'HR'
  /** Haiti. */
  | 'HT'
  /** Hungary. */
  | 'HU'
  /** Indonesia. */
  | 'ID'
  /** Ireland. */
  | 'IE'
  /** Israel. */
  | 'IL'
  /** Isle of Man. */
  | 'IM'
  /** India. */
  | 'IN'
  /** British Indian Ocean Territory. */
  | 'IO'
  /** Iraq. */
  | 'IQ'
  /** Iran. */
  | 'IR'
  /** Iceland. */
  | 'IS'
  /** Italy. */
  | 'IT'
  /** Jersey. */
  | 'JE'
  /** Jamaica. */
  | 'JM'
  /** Jordan. */
  | 'JO'
  /** Japan. */
  | 'JP'
  /** Kenya. */
  | 'KE'
  /** Kyrgyzstan. */
  | 'KG'
  /** Cambodia. */
  | 'KH'
  /** Kiribati. */
  | 'KI'
  /** Comoros. */
  | 'KM'
  /** St. Kitts & Nevis. */
  | 'KN'
  /** North Korea. */
  | 'KP'
  /** South Korea. */
  | 'KR'
  /** Kuwait. */
  | 'KW'
  /** Cayman Islands. */
  | 'KY'
  /** Kazakhstan. */
  | 'KZ'
  /** Laos. */
  | 'LA'
  /** Lebanon. */
  | 'LB'
  /** St. Lucia. */
  | 'LC'
  /** Liechtenstein. */
  | 'LI'
  /** Sri Lanka. */
  | 'LK'
  /** Liberia. */
  | 'LR'
  /** Lesotho. */
  | 'LS'
  /** Lithuania. */
  | 'LT'
  /** Luxembourg. */
  | 'LU'
  /** Latvia. */
  | 'LV'
  /** Libya. */
  | 'LY'
  /** Morocco. */
  | 'MA'
  /** Monaco. */
  | 'MC'
  /** Moldova. */
  | 'MD'
  /** Montenegro. */
  | 'ME'
  /** St. Martin. */
  | 'MF'
  /** Madagascar. */
  | 'MG'
  /** North Macedonia. */
  | 'MK'
  /** Mali. */
  | 'ML'
  /** Myanmar (Burma). */
  | 'MM'
  /** Mongolia. */
  | 'MN'
  /** Macao SAR. */
  | 'MO'
  /** Martinique. */
  | 'MQ'
  /** Mauritania. */
  | 'MR'
  /** Montserrat. */
  | 'MS'
  /** Malta. */
  | 'MT'
  /** Mauritius. */
  | 'MU'
  /** Maldives. */
  | 'MV'
  /** Malawi. */
  | 'MW'
  /** Mexico. */
  | 'MX'
  /** Malaysia. */
  | 'MY'
  /** Mozambique. */
  | 'MZ'
  /** Namibia. */
  | 'NA'
  /** New Caledonia. */
  | 'NC'
  /** Niger. */
  | 'NE'
  /** Norfolk Island. */
  | 'NF'
  /** Nigeria. */
  | 'NG'
  /** Nicaragua. */
  | 'NI'
  /** Netherlands. */
  | 'NL'
  /** Norway. */
  | 'NO'
  /** Nepal. */
  | 'NP'
  /** Nauru. */
  | 'NR'
  /** Niue. */
  | 'NU'
  /** New Zealand. */
  | 'NZ'
  /** Oman. */
  | 'OM'
  /** Panama. */
  | 'PA'
  /** Peru. */
  | 'PE'
  /** French Polynesia. */
  | 'PF'
  /** Papua New Guinea. */
  | 'PG'
  /** Philippines. */
  | 'PH'
  /** Pakistan. */
  | 'PK'
  /** Poland. */
  | 'PL'
  /** St. Pierre & Miquelon. */
  | 'PM'
  /** Pitcairn Islands. */
  | 'PN'
  /** Palestinian Territories. */
  | 'PS'
  /** Portugal. */
  | 'PT'
  /** Paraguay. */
  | 'PY'
  /** Qatar. */
  | 'QA'
  /** Réunion. */
  | 'RE'
  /** Romania. */
  | 'RO'
  /** Serbia. */
  | 'RS'
  /** Russia. */
  | 'RU'
  /** Rwanda. */
  | 'RW'
  /** Saudi Arabia. */
  | 'SA'
  /** Solomon Islands. */
  | 'SB'
  /** Seychelles. */
  | 'SC'
  /** Sudan. */
  | 'SD'
  /** Sweden. */
  | 'SE'
  /** Singapore. */
  | 'SG'
  /** St. Helena. */
  | 'SH'
  /** Slovenia. */
  | 'SI'
  /** Svalbard & Jan Mayen. */
  | 'SJ'
  /** Slovakia. */
  | 'SK'
  /** Sierra Leone. */
  | 'SL'
  /** San Marino. */
  | 'SM'
  /** Senegal. */
  | 'SN'
  /** Somalia. */
  | 'SO'
  /** Suriname. */
  | 'SR'
  /** South Sudan. */
  | 'SS'
  /** São Tomé & Príncipe. */
  | 'ST'
  /** El Salvador. */
  | 'SV'
  /** Sint Maarten. */
  | 'SX'
  /** Syria. */
  | 'SY'
  /** Eswatini. */
  | 'SZ'
  /** Tristan da Cunha. */
  | 'TA'
  /** Turks & Caicos Islands. */
  | 'TC'
  /** Chad. */
  | 'TD'
  /** French Southern Territories. */
  | 'TF'
  /** Togo. */
  | 'TG'
  /** Thailand. */
  | 'TH'
  /** Tajikistan. */
  | 'TJ'
  /** Tokelau. */
  | 'TK'
  /** Timor-Leste. */
  | 'TL'
  /** Turkmenistan. */
  | 'TM'
  /** Tunisia. */
  | 'TN'
  /** Tonga. */
  | 'TO'
  /** Türkiye. */
  | 'TR'
  /** Trinidad & Tobago. */
  | 'TT'
  /** Tuvalu. */
  | 'TV'
  /** Taiwan. */
  | 'TW'
  /** Tanzania. */
  | 'TZ'
  /** Ukraine. */
  | 'UA'
  /** Uganda. */
  | 'UG'
  /** U.S. Outlying Islands. */
  | 'UM'
  /** United States. */
  | 'US'
  /** Uruguay. */
  | 'UY'
  /** Uzbekistan. */
  | 'UZ'
  /** Vatican City. */
  | 'VA'
  /** St. Vincent & Grenadines. */
  | 'VC'
  /** Venezuela. */
  | 'VE'
  /** British Virgin Islands. */
  | 'VG'
  /** Vietnam. */
  | 'VN'
  /** Vanuatu. */
  | 'VU'
  /** Wallis & Futuna. */
  | 'WF'
  /** Samoa. */
  | 'WS'
  /** Kosovo. */
  | 'XK'
  /** Yemen. */
  | 'YE'
  /** Mayotte. */
  | 'YT'
  /** South Africa. */
  | 'ZA'
  /** Zambia. */
  | 'ZM'
  /** Zimbabwe. */
  | 'ZW'
  /** Unknown Region. */
  | 'ZZ';

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

/** Possible method types that a delivery method can have. */
export type DeliveryMethodType =
  /** The order is delivered using a local delivery service. */
  | 'LOCAL'
  /** Non-physical items, no delivery needed. */
  | 'NONE'
  /** The order is delivered to a pickup point. */
  | 'PICKUP_POINT'
  /** The order is picked up by the customer. */
  | 'PICK_UP'
  /** In-store sale, no delivery needed. */
  | 'RETAIL'
  /** The order is shipped. */
  | 'SHIPPING';

/**
 * The lines on the order to which the discount is applied, of the type defined by
 * the discount application's `targetType`. For example, the value `ENTITLED`, combined with a `targetType` of
 * `LINE_ITEM`, applies the discount on all line items that are entitled to the discount.
 * The value `ALL`, combined with a `targetType` of `SHIPPING_LINE`, applies the discount on all shipping lines.
 */
export type DiscountApplicationTargetSelection =
  /** The discount is allocated onto all the lines. */
  | 'ALL'
  /** The discount is allocated onto only the lines that it's entitled for. */
  | 'ENTITLED'
  /** The discount is allocated onto explicitly chosen lines. */
  | 'EXPLICIT';

/** The possible statuses of a dispute. */
export type DisputeStatus =
  | 'ACCEPTED'
  /** Status previously used by Stripe to indicate that a dispute led to a refund. */
  | 'CHARGE_REFUNDED'
  | 'LOST'
  | 'NEEDS_RESPONSE'
  /** A dispute that was prevented from becoming a formal chargeback. */
  | 'PREVENTED'
  | 'UNDER_REVIEW'
  | 'WON';

/** The possible types for a dispute. */
export type DisputeType =
  /** The dispute has turned into a chargeback. */
  | 'CHARGEBACK'
  /** The dispute is in the inquiry phase. */
  | 'INQUIRY';

/** The display status of a fulfillment. */
export type FulfillmentDisplayStatus =
  /** Displayed as **Attempted delivery**. */
  | 'ATTEMPTED_DELIVERY'
  /** Displayed as **Canceled**. */
  | 'CANCELED'
  /** Displayed as **Picked up by carrier**. */
  | 'CARRIER_PICKED_UP'
  /** Displayed as **Confirmed**. */
  | 'CONFIRMED'
  /** Displayed as **Delayed**. */
  | 'DELAYED'
  /** Displayed as **Delivered**. */
  | 'DELIVERED'
  /** Displayed as **Failure**. */
  | 'FAILURE'
  /** Displayed as **Fulfilled**. */
  | 'FULFILLED'
  /** Displayed as **In transit**. */
  | 'IN_TRANSIT'
  /** Displayed as **Label printed**. */
  | 'LABEL_PRINTED'
  /** Displayed as **Label purchased**. */
  | 'LABEL_PURCHASED'
  /** Displayed as **Label voided**. */
  | 'LABEL_VOIDED'
  /** Displayed as **Marked as fulfilled**. */
  | 'MARKED_AS_FULFILLED'
  /** Displayed as **Not delivered**. */
  | 'NOT_DELIVERED'
  /** Displayed as **Out for delivery**. */
  | 'OUT_FOR_DELIVERY'
  /** Displayed as **Picked up**. */
  | 'PICKED_UP'
  /** Displayed as **Ready for pickup**. */
  | 'READY_FOR_PICKUP'
  /** Displayed as **Submitted**. */
  | 'SUBMITTED';

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

/** The status of a fulfillment. */
export type FulfillmentStatus =
  /** The fulfillment was canceled. */
  | 'CANCELLED'
  /** There was an error with the fulfillment request. */
  | 'ERROR'
  /** The fulfillment request failed. */
  | 'FAILURE'
  /** The third-party fulfillment service has acknowledged the fulfillment and is processing it. */
  | 'OPEN'
  /**
   * Shopify has created the fulfillment and is waiting for the third-party
   * fulfillment service to transition it to `open` or `success`.
   */
  | 'PENDING'
  /** The fulfillment was completed successfully. */
  | 'SUCCESS';

/** Possible error codes that can be returned by `GiftCardDeactivateUserError`. */
export type GiftCardDeactivateUserErrorCode =
  /** The gift card could not be found. */
  'GIFT_CARD_NOT_FOUND';

/** The input fields required to adjust inventory quantities. */
export type InventoryAdjustQuantitiesInput = {
  /** The quantity changes of items at locations to be made. */
  changes: Array<InventoryChangeInput>;
  /**
   * The quantity [name](https://shopify.dev/docs/apps/fulfillment/inventory-management-apps#inventory-states)
   * to be adjusted.
   */
  name: string;
  /**
   * The reason for the quantity changes. The value must be one of the [possible
   * reasons](https://shopify.dev/docs/apps/fulfillment/inventory-management-apps/quantities-states#set-inventory-quantities-on-hand).
   */
  reason: string;
  /**
   * A URI that represents why the inventory change happened, identifying the
   * source system and document that caused this adjustment. Enables complete audit
   * trails and brand visibility in Shopify admin inventory history.
   *
   * Preferred format - Global ID (GID): gid://[your-app-name]/[entity-type]/[id]
   *
   * Examples:
   * - gid://warehouse-app/PurchaseOrder/PO-2024-001 (stock received)
   * - gid://3pl-system/CycleCount/CC-2024-0125 (cycle count adjustment)
   * - gid://pos-app/Transaction/TXN-98765 (in-store sale)
   * - gid://erp-connector/SyncJob/SYNC-2024-11-21-001 (ERP sync)
   * - gid://shopify/Order/1234567890 (Shopify order reference)
   *
   * Benefits: Your app name appears directly in merchant inventory history,
   * reducing support tickets and providing clear audit trails for compliance.
   *
   * Alternative formats (also supported): https://myapp.com/documents/12345, custom-scheme://identifier
   *
   * Requirements: Valid URI with scheme and content. For GID format, all components (app, entity, id) must be present.
   */
  referenceDocumentUri?: string | null | undefined;
};

/** Possible error codes that can be returned by `InventoryAdjustQuantitiesUserError`. */
export type InventoryAdjustQuantitiesUserErrorCode =
  /** The quantities couldn't be adjusted. Try again. */
  | 'ADJUST_QUANTITIES_FAILED'
  /** The changeFromQuantity argument no longer matches the persisted quantity. */
  | 'CHANGE_FROM_QUANTITY_STALE'
  /** This request is currently in progress, please try again. */
  | 'IDEMPOTENCY_CONCURRENT_REQUEST'
  /** The same idempotency key cannot be used with different operation parameters. */
  | 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH'
  /** A previous request with this idempotency key failed. Retry with a new idempotency key. */
  | 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED'
  /** Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API. */
  | 'INTERNAL_LEDGER_DOCUMENT'
  /** A ledger document URI is not allowed when adjusting available. */
  | 'INVALID_AVAILABLE_DOCUMENT'
  /** The specified inventory item could not be found. */
  | 'INVALID_INVENTORY_ITEM'
  /** The specified ledger document is invalid. */
  | 'INVALID_LEDGER_DOCUMENT'
  /** The specified location could not be found. */
  | 'INVALID_LOCATION'
  /** A ledger document URI is required except when adjusting available. */
  | 'INVALID_QUANTITY_DOCUMENT'
  /** The specified quantity name is invalid. */
  | 'INVALID_QUANTITY_NAME'
  /** The quantity can't be higher than 2,000,000,000. */
  | 'INVALID_QUANTITY_TOO_HIGH'
  /** The quantity can't be lower than -2,000,000,000. */
  | 'INVALID_QUANTITY_TOO_LOW'
  /** The specified reason is invalid. */
  | 'INVALID_REASON'
  /** The specified reference document is invalid. */
  | 'INVALID_REFERENCE_DOCUMENT'
  /** All changes must have the same ledger document URI or, in the case of adjusting available, no ledger document URI. */
  | 'MAX_ONE_LEDGER_DOCUMENT'
  /** The specified inventory item is not allowed to be adjusted via API. Example: if the inventory item is a parent bundle. */
  | 'NON_MUTABLE_INVENTORY_ITEM'
  /** The service is temporarily unavailable. Try again later. */
  | 'SERVICE_UNAVAILABLE';

/** The input fields for the change to be made to an inventory item at a location. */
export type InventoryChangeInput = {
  /**
   * The quantity currently expected at this location, before the delta is applied.
   *
   * This field enables a compare-and-swap (CAS) safety check. If the location’s
   * current quantity doesn't match the value you provide, then the mutation fails
   * with a `CHANGE_FROM_QUANTITY_STALE` error. This prevents unintended overwrites
   * when the request is based on stale inventory data.
   *
   * To skip the CAS check, pass `null`. Use this only when your system is the
   * source of truth for this inventory and you don’t need to protect against
   * concurrent updates.
   * This field is mandatory: you must explicitly pass in a value, even if that
   * value is `null`, or the mutation returns an error.
   *
   * For more information, refer to the [compare and swap documentation](https://shopify.dev/docs/apps/build/orders-fulfillment/inventory-management-apps/manage-quantities-states#compare-and-swap).
   */
  changeFromQuantity?: number | null | undefined;
  /** The amount by which the inventory quantity will be changed. */
  delta: number;
  /** Specifies the inventory item to which the change will be applied. */
  inventoryItemId: string;
  /**
   * A non-Shopify URI that identifies what specific inventory transaction or
   * ledger entry was changed. Represents the exact inventory movement being
   * referenced, distinct from the business reason for the change.
   *
   * Preferred format - Global ID (GID): gid://[your-app-name]/[transaction-type]/[id]
   *
   * Examples:
   * - gid://warehouse-app/InventoryTransaction/TXN-2024-001 (specific transaction)
   * - gid://3pl-system/StockMovement/SM-2024-0125 (stock movement record)
   * - gid://pos-app/InventoryUpdate/UPD-98765 (POS inventory update)
   * - gid://erp-connector/LedgerEntry/LE-2024-11-21-001 (ledger entry)
   *
   * Requirements: Valid non-Shopify URI with scheme and content. Required for all
   * quantity names except `available`. Cannot use gid://shopify/* format.
   */
  ledgerDocumentUri?: string | null | undefined;
  /** Specifies the location at which the change will be applied. */
  locationId: string;
};

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
      originalPaymentMethodsRefund?: never /** Whether to refund to store credit. */;
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

/** Possible recommendations for an order. */
export type OrderRiskRecommendationResult =
  /** Recommends fulfilling the order. */
  | 'ACCEPT'
  /** Recommends cancelling the order. */
  | 'CANCEL'
  /** Recommends investigating the order by contacting buyers. */
  | 'INVESTIGATE'
  /** There is no recommended action for the order. */
  | 'NONE';

/** A standardized error code, independent of the payment provider. */
export type OrderTransactionErrorCode =
  /** The payment method was invalid. */
  | 'AMAZON_PAYMENTS_INVALID_PAYMENT_METHOD'
  /** The maximum amount has been captured. */
  | 'AMAZON_PAYMENTS_MAX_AMOUNT_CHARGED'
  /** The maximum amount has been refunded. */
  | 'AMAZON_PAYMENTS_MAX_AMOUNT_REFUNDED'
  /** The maximum of 10 authorizations has been captured for an order. */
  | 'AMAZON_PAYMENTS_MAX_AUTHORIZATIONS_CAPTURED'
  /** The maximum of 10 refunds has been processed for an order. */
  | 'AMAZON_PAYMENTS_MAX_REFUNDS_PROCESSED'
  /** The order was canceled, which canceled all open authorizations. */
  | 'AMAZON_PAYMENTS_ORDER_REFERENCE_CANCELED'
  /** The order was not confirmed within three hours. */
  | 'AMAZON_PAYMENTS_STALE'
  /** The transaction amount exceeds the maximum amount allowed. */
  | 'AMOUNT_TOO_LARGE'
  /** The transaction amount is below the minimum amount allowed. */
  | 'AMOUNT_TOO_SMALL'
  /** The 3D Secure authentication failed. */
  | 'AUTHENTICATION_FAILED'
  /** The transaction requires 3D Secure authentication but was attempted without authentication. */
  | 'AUTHENTICATION_REQUIRED'
  /** The authorization has expired. */
  | 'AUTHORIZATION_EXPIRED'
  /** The issuer declined the transaction, the customer should contact their issuer for more details. */
  | 'CALL_ISSUER'
  /** The transaction was cancelled. */
  | 'CANCELLED_PAYMENT'
  /** The card was declined. */
  | 'CARD_DECLINED'
  /** The transaction was declined due to suspected card testing activity. */
  | 'CARD_TESTING'
  /** There is an error in the gateway or merchant configuration. */
  | 'CONFIG_ERROR'
  /** The issuer declined the transaction without providing a specific reason. */
  | 'DO_NOT_HONOR'
  /** The card is expired. */
  | 'EXPIRED_CARD'
  /** The transaction was declined due to suspected fraudulent activity. */
  | 'FRAUD_SUSPECTED'
  /** There was an unknown error with processing the payment. */
  | 'GENERIC_ERROR'
  /** The address is incorrect. */
  | 'INCORRECT_ADDRESS'
  /** The card security code (CVC/CVV) is incorrect. */
  | 'INCORRECT_CVC'
  /** The card number is incorrect. */
  | 'INCORRECT_NUMBER'
  /** The PIN entered is incorrect. */
  | 'INCORRECT_PIN'
  /** The ZIP or postal code doesn't match the one on file. */
  | 'INCORRECT_ZIP'
  /** The payment instrument was declined. */
  | 'INSTRUMENT_DECLINED'
  /** There are insufficient funds available to complete the transaction. */
  | 'INSUFFICIENT_FUNDS'
  /** The amount is invalid. */
  | 'INVALID_AMOUNT'
  /** The payment method is not available in the customer's country. */
  | 'INVALID_COUNTRY'
  /** The currency isn't supported. */
  | 'INVALID_CURRENCY'
  /** The format of the CVC is incorrect. */
  | 'INVALID_CVC'
  /** The format of the expiry date is incorrect. */
  | 'INVALID_EXPIRY_DATE'
  /** The format of the card number is incorrect. */
  | 'INVALID_NUMBER'
  /** The payment method is invalid or not found. */
  | 'INVALID_PAYMENT_METHOD'
  /** This payment method doesn't support the requested transaction type. */
  | 'INVALID_PURCHASE_TYPE'
  /** The transaction couldn't be processed due to an issue with the merchant account. */
  | 'MERCHANT_ACCOUNT_ERROR'
  /** The transaction was blocked due to the merchant's custom payment risk rule. */
  | 'MERCHANT_RULE'
  /** The payment method is momentarily unavailable. */
  | 'PAYMENT_METHOD_UNAVAILABLE'
  /** The payment method isn't supported. */
  | 'PAYMENT_METHOD_UNSUPPORTED'
  /** The transaction couldn't be processed due to an unexpected error with the payment provider. */
  | 'PAYMENT_PROVIDER_ERROR'
  /**
   * The card has been reported as lost or stolen, and the card issuer has
   * requested that the merchant keep the card and call the number on the back.
   */
  | 'PICK_UP_CARD'
  /** There was an error while processing the payment. */
  | 'PROCESSING_ERROR'
  /** The transaction retry attempt was declined. */
  | 'RETRY_DECLINED'
  /** A real card was used but the gateway was in test mode. */
  | 'TEST_MODE_LIVE_CARD'
  /** The payment instrument has exceeded the processing frequency limit. */
  | 'TRANSACTION_LIMIT_EXCEEDED'
  /** The gateway or merchant configuration doesn't support a feature, such as network tokenization. */
  | 'UNSUPPORTED_FEATURE';

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

/** Possible error codes that can be returned by `ReturnUserError`. */
export type ReturnErrorCode =
  /** The requested resource already exists. */
  | 'ALREADY_EXISTS'
  /** The input value is blank. */
  | 'BLANK'
  /** A requested resource could not be created. */
  | 'CREATION_FAILED'
  /** The input value should be equal to the value allowed. */
  | 'EQUAL_TO'
  /** A required feature is not enabled. */
  | 'FEATURE_NOT_ENABLED'
  /** The input value should be greater than the minimum allowed value. */
  | 'GREATER_THAN'
  /** The input value should be greater than or equal to the minimum value allowed. */
  | 'GREATER_THAN_OR_EQUAL_TO'
  /** The input value isn't included in the list. */
  | 'INCLUSION'
  /**
   * The requested configuration cannot be applied to this standard return policy
   * which is managed for you in compliance with relevant regulations.
   */
  | 'INCOMPATIBLE_WITH_STANDARD_POLICY'
  /** Unexpected internal error happened. */
  | 'INTERNAL_ERROR'
  /** The input value is invalid. */
  | 'INVALID'
  /** A resource was not in the correct state for the operation to succeed. */
  | 'INVALID_STATE'
  /** The input value should be less than the maximum value allowed. */
  | 'LESS_THAN'
  /** The input value should be less than or equal to the maximum value allowed. */
  | 'LESS_THAN_OR_EQUAL_TO'
  /** The user does not have permission to perform the operation. */
  | 'MISSING_PERMISSION'
  /** A requested notification could not be sent. */
  | 'NOTIFICATION_FAILED'
  /** The input value is not a number. */
  | 'NOT_A_NUMBER'
  /** A requested item is not editable. */
  | 'NOT_EDITABLE'
  /** A requested item could not be found. */
  | 'NOT_FOUND'
  /** The input value needs to be blank. */
  | 'PRESENT'
  /** The input value is already taken. */
  | 'TAKEN'
  /** The input value is too big. */
  | 'TOO_BIG'
  /** The input value is too long. */
  | 'TOO_LONG'
  /** Too many arguments provided. */
  | 'TOO_MANY_ARGUMENTS'
  /** The input value is too short. */
  | 'TOO_SHORT'
  /** The input value is the wrong length. */
  | 'WRONG_LENGTH';

/** Possible risk levels for an order risk assessment. */
export type RiskAssessmentResult =
  /** Indicates a high likelihood that the order is fraudulent. */
  | 'HIGH'
  /** Indicates a low likelihood that the order is fraudulent. */
  | 'LOW'
  /** Indicates a medium likelihood that the order is fraudulent. */
  | 'MEDIUM'
  /** Indicates that the risk assessment will not provide a recommendation for the order. */
  | 'NONE'
  /** Indicates that the risk assessment is still pending. */
  | 'PENDING';

/** Possible sentiments for a risk fact. */
export type RiskFactSentiment =
  /** A negative contributor that increases the risk. */
  | 'NEGATIVE'
  /** A neutral contributor with regard to risk. */
  | 'NEUTRAL'
  /** A positive contributor that lowers the risk. */
  | 'POSITIVE';

/**
 * The category of the selling plan. For the `OTHER` category,
 *          you must fill out our [request form](https://docs.google.com/forms/d/e/1FAIpQLSeU18Xmw0Q61V8wdH-dfGafFqIBfRchQKUO8WAF3yJTvgyyZQ/viewform),
 *          where we'll review your request for a new purchase option.
 */
export type SellingPlanCategory =
  /** The selling plan is for anything not in one of the other categories. */
  | 'OTHER'
  /** The selling plan is for pre-orders. */
  | 'PRE_ORDER'
  /** The selling plan is for subscriptions. */
  | 'SUBSCRIPTION'
  /** The selling plan is for try before you buy purchases. */
  | 'TRY_BEFORE_YOU_BUY';

/** The input fields that are required to reimburse shipping costs. */
export type ShippingRefundInput = {
  /** The monetary value of the shipping fees to be reimbursed. */
  amount?: string | null | undefined;
  /** Whether a full refund is provided. */
  fullRefund?: boolean | null | undefined;
};

/** Possible error codes that can be returned by `StoreCreditAccountCreditUserError`. */
export type StoreCreditAccountCreditUserErrorCode =
  /** The store credit account could not be found. */
  | 'ACCOUNT_NOT_FOUND'
  /** The operation would cause the account's credit limit to be exceeded. */
  | 'CREDIT_LIMIT_EXCEEDED'
  /** The expiry date must be in the future. */
  | 'EXPIRES_AT_IN_PAST'
  /** The currency provided does not match the currency of the store credit account. */
  | 'MISMATCHING_CURRENCY'
  /** A positive amount must be used to credit a store credit account. */
  | 'NEGATIVE_OR_ZERO_AMOUNT'
  /** Owner does not exist. */
  | 'OWNER_NOT_FOUND'
  /** The currency provided is not currently supported. */
  | 'UNSUPPORTED_CURRENCY';

/** The input fields to process a refund to store credit. */
export type StoreCreditRefundInput = {
  /** The amount to be issued as store credit. */
  amount: MoneyInput;
  /** An optional expiration date for the store credit being issued. */
  expiresAt?: string | null | undefined;
};

/** The event that caused the store credit account transaction. */
export type StoreCreditSystemEvent =
  /** An adjustment was made to the store credit account. */
  | 'ADJUSTMENT'
  /** Store credit was returned when an authorized payment was voided. */
  | 'ORDER_CANCELLATION'
  /** Store credit was used as payment for an order. */
  | 'ORDER_PAYMENT'
  /** Store credit was refunded from an order. */
  | 'ORDER_REFUND'
  /** A store credit payment was reverted due to another payment method failing. */
  | 'PAYMENT_FAILURE'
  /** A smaller amount of store credit was captured than was originally authorized. */
  | 'PAYMENT_RETURNED'
  /** Tax finalization affected the store credit payment. */
  | 'TAX_FINALIZATION';

/**
 * The supported topics for webhook subscriptions. You can use webhook subscriptions to receive
 * notifications about particular events in a shop.
 *
 * You create [mandatory webhooks](https://shopify.dev/apps/webhooks/configuration/mandatory-webhooks#mandatory-compliance-webhooks) either via the
 * [Partner Dashboard](https://shopify.dev/apps/webhooks/configuration/mandatory-webhooks#subscribe-to-privacy-webhooks)
 * or by updating the [app configuration file](https://shopify.dev/apps/tools/cli/configuration#app-configuration-file-example).
 *
 * > Tip:
 * >To configure your subscription using the app configuration file, refer to the
 * [full list of topic
 * names](https://shopify.dev/docs/api/webhooks?reference=graphql).
 */
export type WebhookSubscriptionTopic =
  /** The webhook topic for `app_purchases_one_time/update` events. Occurs whenever a one-time app charge is updated. */
  | 'APP_PURCHASES_ONE_TIME_UPDATE'
  /**
   * The webhook topic for `app/scopes_update` events. Occurs whenever the access
   * scopes of any installation are modified. Allows apps to keep track of the
   * granted access scopes of their installations.
   */
  | 'APP_SCOPES_UPDATE'
  /**
   * The webhook topic for `app_subscriptions/approaching_capped_amount` events.
   * Occurs when the balance used on an app subscription crosses 90% of the capped amount.
   */
  | 'APP_SUBSCRIPTIONS_APPROACHING_CAPPED_AMOUNT'
  /** The webhook topic for `app_subscriptions/update` events. Occurs whenever an app subscription is updated. */
  | 'APP_SUBSCRIPTIONS_UPDATE'
  /** The webhook topic for `app/uninstalled` events. Occurs whenever a shop has uninstalled the app. */
  | 'APP_UNINSTALLED'
  /**
   * The webhook topic for `audit_events/admin_api_activity` events. Triggers for
   * each auditable Admin API request. This topic is limited to one active
   * subscription per Plus store and requires the use of Google Cloud Pub/Sub or
   * AWS EventBridge. Requires the `read_audit_events` scope.
   */
  | 'AUDIT_EVENTS_ADMIN_API_ACTIVITY'
  /** The webhook topic for `bulk_operations/finish` events. Notifies when a Bulk Operation finishes. */
  | 'BULK_OPERATIONS_FINISH'
  /**
   * The webhook topic for `carts/create` events. Occurs when a cart is created in
   * the online store. Other types of carts aren't supported. For example, the
   * webhook doesn't support carts that are created in a custom storefront.
   * Requires the `read_orders` scope.
   */
  | 'CARTS_CREATE'
  /**
   * The webhook topic for `carts/update` events. Occurs when a cart is updated in
   * the online store. Other types of carts aren't supported. For example, the
   * webhook doesn't support carts that are updated in a custom storefront.
   * Requires the `read_orders` scope.
   */
  | 'CARTS_UPDATE'
  /**
   * The webhook topic for `channels/delete` events. Occurs whenever a channel is
   * deleted. Requires the `read_publications` scope.
   */
  | 'CHANNELS_DELETE'
  /** The webhook topic for `checkouts/create` events. Occurs whenever a checkout is created. Requires the `read_orders` scope. */
  | 'CHECKOUTS_CREATE'
  /** The webhook topic for `checkouts/delete` events. Occurs whenever a checkout is deleted. Requires the `read_orders` scope. */
  | 'CHECKOUTS_DELETE'
  /** The webhook topic for `checkouts/update` events. Occurs whenever a checkout is updated. Requires the `read_orders` scope. */
  | 'CHECKOUTS_UPDATE'
  /**
   * The webhook topic for `collections/create` events. Occurs whenever a
   * collection is created. Requires the `read_products` scope.
   */
  | 'COLLECTIONS_CREATE'
  /**
   * The webhook topic for `collections/delete` events. Occurs whenever a
   * collection is deleted. Requires the `read_products` scope.
   */
  | 'COLLECTIONS_DELETE'
  /**
   * The webhook topic for `collections/update` events. Occurs whenever a
   * collection is updated, including when a product is manually added or removed
   * from the collection or when the collection rules change. Occurs once if
   * multiple products are manually added or removed from a collection at the same
   * time. Not fired when attribute changes affect whether a product matches a
   * collection's rules. Requires the `read_products` scope.
   */
  | 'COLLECTIONS_UPDATE'
  /**
   * The webhook topic for `collection_listings/add` events. Occurs whenever a
   * collection listing is added. Requires the `read_product_listings` scope.
   */
  | 'COLLECTION_LISTINGS_ADD'
  /**
   * The webhook topic for `collection_listings/remove` events. Occurs whenever a
   * collection listing is removed. Requires the `read_product_listings` scope.
   */
  | 'COLLECTION_LISTINGS_REMOVE'
  /**
   * The webhook topic for `collection_listings/update` events. Occurs whenever a
   * collection listing is updated. Requires the `read_product_listings` scope.
   */
  | 'COLLECTION_LISTINGS_UPDATE'
  /**
   * The webhook topic for `collection_publications/create` events. Occurs whenever
   * a collection publication listing is created. Requires the `read_publications` scope.
   */
  | 'COLLECTION_PUBLICATIONS_CREATE'
  /**
   * The webhook topic for `collection_publications/delete` events. Occurs whenever
   * a collection publication listing is deleted. Requires the `read_publications` scope.
   */
  | 'COLLECTION_PUBLICATIONS_DELETE'
  /**
   * The webhook topic for `collection_publications/update` events. Occurs whenever
   * a collection publication listing is updated. Requires the `read_publications` scope.
   */
  | 'COLLECTION_PUBLICATIONS_UPDATE'
  /**
   * The webhook topic for `companies/create` events. Occurs whenever a company is
   * created. Requires at least one of the following scopes: read_customers,
   * read_companies.
   */
  | 'COMPANIES_CREATE'
  /**
   * The webhook topic for `companies/delete` events. Occurs whenever a company is
   * deleted. Requires at least one of the following scopes: read_customers,
   * read_companies.
   */
  | 'COMPANIES_DELETE'
  /**
   * The webhook topic for `companies/update` events. Occurs whenever a company is
   * updated. Requires at least one of the following scopes: read_customers,
   * read_companies.
   */
  | 'COMPANIES_UPDATE'
  /**
   * The webhook topic for `company_contacts/create` events. Occurs whenever a
   * company contact is created. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | 'COMPANY_CONTACTS_CREATE'
  /**
   * The webhook topic for `company_contacts/delete` events. Occurs whenever a
   * company contact is deleted. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | 'COMPANY_CONTACTS_DELETE'
  /**
   * The webhook topic for `company_contacts/update` events. Occurs whenever a
   * company contact is updated. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | 'COMPANY_CONTACTS_UPDATE'
  /**
   * The webhook topic for `company_contact_roles/assign` events. Occurs whenever a
   * role is assigned to a contact at a location. Requires at least one of the
   * following scopes: read_customers, read_companies.
   */
  | 'COMPANY_CONTACT_ROLES_ASSIGN'
  /**
   * The webhook topic for `company_contact_roles/revoke` events. Occurs whenever a
   * role is revoked from a contact at a location. Requires at least one of the
   * following scopes: read_customers, read_companies.
   */
  | 'COMPANY_CONTACT_ROLES_REVOKE'
  /**
   * The webhook topic for `company_locations/create` events. Occurs whenever a
   * company location is created. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | 'COMPANY_LOCATIONS_CREATE'
  /**
   * The webhook topic for `company_locations/delete` events. Occurs whenever a
   * company location is deleted. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | 'COMPANY_LOCATIONS_DELETE'
  /**
   * The webhook topic for `company_locations/update` events. Occurs whenever a
   * company location is updated. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | 'COMPANY_LOCATIONS_UPDATE'
  /**
   * The webhook topic for `customers/create` events. Occurs whenever a customer is
   * created. Requires the `read_customers` scope.
   */
  | 'CUSTOMERS_CREATE'
  /**
   * The webhook topic for `customers/delete` events. Occurs whenever a customer is
   * deleted. Requires the `read_customers` scope.
   */
  | 'CUSTOMERS_DELETE'
  /**
   * The webhook topic for `customers/disable` events. Occurs whenever a customer
   * account is disabled. Requires the `read_customers` scope.
   */
  | 'CUSTOMERS_DISABLE'
  /**
   * The webhook topic for `customers_email_marketing_consent/update` events.
   * Occurs whenever a customer's email marketing consent is updated. Requires the
   * `read_customers` scope.
   */
  | 'CUSTOMERS_EMAIL_MARKETING_CONSENT_UPDATE'
  /**
   * The webhook topic for `customers/enable` events. Occurs whenever a customer
   * account is enabled. Requires the `read_customers` scope.
   */
  | 'CUSTOMERS_ENABLE'
  /**
   * The webhook topic for `customers_marketing_consent/update` events. Occurs
   * whenever a customer's SMS marketing consent is updated. Requires the
   * `read_customers` scope.
   */
  | 'CUSTOMERS_MARKETING_CONSENT_UPDATE'
  /**
   * The webhook topic for `customers/merge` events. Triggers when two customers
   * are merged Requires the `read_customer_merge` scope.
   */
  | 'CUSTOMERS_MERGE'
  /**
   * The webhook topic for `customers/purchasing_summary` events. Occurs when a
   * customer sales history change. Requires the `read_customers` scope.
   */
  | 'CUSTOMERS_PURCHASING_SUMMARY'
  /**
   * The webhook topic for `customers/update` events. Occurs whenever a customer is
   * updated. Requires the `read_customers` scope.
   */
  | 'CUSTOMERS_UPDATE'
  /**
   * The webhook topic for `customers_whats_app_marketing_consent/update` events.
   * Occurs whenever a customer's WhatsApp marketing consent is updated. Requires
   * the `read_customers` scope.
   */
  | 'CUSTOMERS_WHATS_APP_MARKETING_CONSENT_UPDATE'
  /** The webhook topic for `customer_account_settings/update` events. Triggers when merchants change customer account setting. */
  | 'CUSTOMER_ACCOUNT_SETTINGS_UPDATE'
  /**
   * The webhook topic for `customer_groups/create` events. Occurs whenever a
   * customer saved search is created. Requires the `read_customers` scope.
   */
  | 'CUSTOMER_GROUPS_CREATE'
  /**
   * The webhook topic for `customer_groups/delete` events. Occurs whenever a
   * customer saved search is deleted. Requires the `read_customers` scope.
   */
  | 'CUSTOMER_GROUPS_DELETE'
  /**
   * The webhook topic for `customer_groups/update` events. Occurs whenever a
   * customer saved search is updated. Requires the `read_customers` scope.
   */
  | 'CUSTOMER_GROUPS_UPDATE'
  /**
   * The webhook topic for `customer.joined_segment` events. Triggers when a
   * customer joins a segment. Requires the `read_customers` scope.
   */
  | 'CUSTOMER_JOINED_SEGMENT'
  /**
   * The webhook topic for `customer.left_segment` events. Triggers when a customer
   * leaves a segment. Requires the `read_customers` scope.
   */
  | 'CUSTOMER_LEFT_SEGMENT'
  /**
   * The webhook topic for `customer_payment_methods/create` events. Occurs
   * whenever a customer payment method is created. Requires the
   * `read_customer_payment_methods` scope.
   */
  | 'CUSTOMER_PAYMENT_METHODS_CREATE'
  /**
   * The webhook topic for `customer_payment_methods/revoke` events. Occurs
   * whenever a customer payment method is revoked. Requires the
   * `read_customer_payment_methods` scope.
   */
  | 'CUSTOMER_PAYMENT_METHODS_REVOKE'
  /**
   * The webhook topic for `customer_payment_methods/update` events. Occurs
   * whenever a customer payment method is updated. Requires the
   * `read_customer_payment_methods` scope.
   */
  | 'CUSTOMER_PAYMENT_METHODS_UPDATE'
  /**
   * The webhook topic for `customer.tags_added` events. Triggers when tags are
   * added to a customer. Requires the `read_customers` scope.
   */
  | 'CUSTOMER_TAGS_ADDED'
  /**
   * The webhook topic for `customer.tags_removed` events. Triggers when tags are
   * removed from a customer. Requires the `read_customers` scope.
   */
  | 'CUSTOMER_TAGS_REMOVED'
  /**
   * The webhook topic for `delivery_promise_settings/update` events. Occurs when a
   * promise setting is updated. Requires the `read_shipping` scope.
   */
  | 'DELIVERY_PROMISE_SETTINGS_UPDATE'
  /**
   * The webhook topic for `discounts/create` events. Occurs whenever a discount is
   * created. Requires the `read_discounts` scope.
   */
  | 'DISCOUNTS_CREATE'
  /**
   * The webhook topic for `discounts/delete` events. Occurs whenever a discount is
   * deleted. Requires the `read_discounts` scope.
   */
  | 'DISCOUNTS_DELETE'
  /**
   * The webhook topic for `discounts/redeemcode_added` events. Occurs whenever a
   * redeem code is added to a code discount. Requires the `read_discounts` scope.
   */
  | 'DISCOUNTS_REDEEMCODE_ADDED'
  /**
   * The webhook topic for `discounts/redeemcode_removed` events. Occurs whenever a
   * redeem code on a code discount is deleted. Requires the `read_discounts` scope.
   */
  | 'DISCOUNTS_REDEEMCODE_REMOVED'
  /**
   * The webhook topic for `discounts/update` events. Occurs whenever a discount is
   * updated. Requires the `read_discounts` scope.
   */
  | 'DISCOUNTS_UPDATE'
  /**
   * The webhook topic for `disputes/create` events. Occurs whenever a dispute is
   * created. Requires the `read_shopify_payments_disputes` scope.
   */
  | 'DISPUTES_CREATE'
  /**
   * The webhook topic for `disputes/update` events. Occurs whenever a dispute is
   * updated. Requires the `read_shopify_payments_disputes` scope.
   */
  | 'DISPUTES_UPDATE'
  /** The webhook topic for `domains/create` events. Occurs whenever a domain is created. */
  | 'DOMAINS_CREATE'
  /** The webhook topic for `domains/destroy` events. Occurs whenever a domain is destroyed. */
  | 'DOMAINS_DESTROY'
  /** The webhook topic for `domains/update` events. Occurs whenever a domain is updated. */
  | 'DOMAINS_UPDATE'
  /**
   * The webhook topic for `draft_orders/create` events. Occurs whenever a draft
   * order is created. Requires the `read_draft_orders` scope.
   */
  | 'DRAFT_ORDERS_CREATE'
  /**
   * The webhook topic for `draft_orders/delete` events. Occurs whenever a draft
   * order is deleted. Requires the `read_draft_orders` scope.
   */
  | 'DRAFT_ORDERS_DELETE'
  /**
   * The webhook topic for `draft_orders/update` events. Occurs whenever a draft
   * order is updated. Requires the `read_draft_orders` scope.
   */
  | 'DRAFT_ORDERS_UPDATE'
  /**
   * The webhook topic for `finance_app_staff_member/delete` events. Triggers when
   * a staff with access to all or some finance app has been removed. Requires the
   * `read_financial_kyc_information` scope.
   */
  | 'FINANCE_APP_STAFF_MEMBER_DELETE'
  /**
   * The webhook topic for `finance_app_staff_member/grant` events. Triggers when a
   * staff is granted access to all or some finance app. Requires the
   * `read_financial_kyc_information` scope.
   */
  | 'FINANCE_APP_STAFF_MEMBER_GRANT'
  /**
   * The webhook topic for `finance_app_staff_member/revoke` events. Triggers when
   * a staff's access to all or some finance app has been revoked. Requires the
   * `read_financial_kyc_information` scope.
   */
  | 'FINANCE_APP_STAFF_MEMBER_REVOKE'
  /**
   * The webhook topic for `finance_app_staff_member/update` events. Triggers when
   * a staff's information has been updated. Requires the
   * `read_financial_kyc_information` scope.
   */
  | 'FINANCE_APP_STAFF_MEMBER_UPDATE'
  /**
   * The webhook topic for `finance_kyc_information/update` events. Occurs whenever
   * shop's finance KYC information was updated Requires the
   * `read_financial_kyc_information` scope.
   */
  | 'FINANCE_KYC_INFORMATION_UPDATE'
  /**
   * The webhook topic for `fulfillments/create` events. Occurs whenever a
   * fulfillment is created. Requires at least one of the following scopes:
   * read_fulfillments, read_marketplace_orders.
   */
  | 'FULFILLMENTS_CREATE'
  /**
   * The webhook topic for `fulfillments/update` events. Occurs whenever a
   * fulfillment is updated. Requires at least one of the following scopes:
   * read_fulfillments, read_marketplace_orders.
   */
  | 'FULFILLMENTS_UPDATE'
  /**
   * The webhook topic for `fulfillment_events/create` events. Occurs whenever a
   * fulfillment event is created. Requires the `read_fulfillments` scope.
   */
  | 'FULFILLMENT_EVENTS_CREATE'
  /**
   * The webhook topic for `fulfillment_events/delete` events. Occurs whenever a
   * fulfillment event is deleted. Requires the `read_fulfillments` scope.
   */
  | 'FULFILLMENT_EVENTS_DELETE'
  /**
   * The webhook topic for `fulfillment_holds/added` events. Occurs each time that a hold is added to a fulfillment order.
   *
   * For cases where multiple holds are applied to a fulfillment order, this webhook will trigger after each hold is applied.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_HOLDS_ADDED'
  /**
   * The webhook topic for `fulfillment_holds/released` events. Occurs each time
   * that a hold is released from a fulfillment order.
   * For cases where multiple holds are released from a fulfillment order a the
   * same time, this webhook will trigger for each released hold.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_HOLDS_RELEASED'
  /**
   * The webhook topic for `fulfillment_orders/cancellation_request_accepted`
   * events. Occurs when a 3PL accepts a fulfillment cancellation request, received
   * from a merchant. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_CANCELLATION_REQUEST_ACCEPTED'
  /**
   * The webhook topic for `fulfillment_orders/cancellation_request_rejected`
   * events. Occurs when a 3PL rejects a fulfillment cancellation request, received
   * from a merchant. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_CANCELLATION_REQUEST_REJECTED'
  /**
   * The webhook topic for `fulfillment_orders/cancellation_request_submitted`
   * events. Occurs when a merchant requests a fulfillment request to be cancelled
   * after that request was approved by a 3PL. Requires at least one of the
   * following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders,
   * read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_CANCELLATION_REQUEST_SUBMITTED'
  /**
   * The webhook topic for `fulfillment_orders/cancelled` events. Occurs when a
   * fulfillment order is cancelled. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_CANCELLED'
  /**
   * The webhook topic for `fulfillment_orders/fulfillment_request_accepted`
   * events. Occurs when a fulfillment service accepts a request to fulfill a
   * fulfillment order. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_ACCEPTED'
  /**
   * The webhook topic for `fulfillment_orders/fulfillment_request_rejected`
   * events. Occurs when a 3PL rejects a fulfillment request that was sent by a
   * merchant. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_REJECTED'
  /**
   * The webhook topic for `fulfillment_orders/fulfillment_request_submitted`
   * events. Occurs when a merchant submits a fulfillment request to a 3PL.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_SUBMITTED'
  /**
   * The webhook topic for
   * `fulfillment_orders/fulfillment_service_failed_to_complete` events. Occurs
   * when a fulfillment service intends to close an in_progress fulfillment order.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_FULFILLMENT_SERVICE_FAILED_TO_COMPLETE'
  /**
   * The webhook topic for `fulfillment_orders/hold_released` events. Occurs when a
   * fulfillment order is released and is no longer on hold.
   *
   * If a fulfillment order has multiple holds then this webhook will only be
   * triggered once when the last hold is released and the status of the
   * fulfillment order is no longer `ON_HOLD`.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_HOLD_RELEASED'
  /**
   * The webhook topic for
   * `fulfillment_orders/line_items_prepared_for_local_delivery` events. Occurs
   * whenever a fulfillment order's line items are prepared for local delivery.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_LINE_ITEMS_PREPARED_FOR_LOCAL_DELIVERY'
  /**
   * The webhook topic for `fulfillment_orders/line_items_prepared_for_pickup`
   * events. Triggers when one or more of the line items for a fulfillment order
   * are prepared for pickup Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_LINE_ITEMS_PREPARED_FOR_PICKUP'
  /**
   * The webhook topic for `fulfillment_orders/manually_reported_progress_stopped`
   * events. Occurs when a fulfillment order that has previously been manually
   * marked as in progress is marked back as open. Requires at least one of the
   * following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_MANUALLY_REPORTED_PROGRESS_STOPPED'
  /**
   * The webhook topic for `fulfillment_orders/merged` events. Occurs when multiple
   * fulfillment orders are merged into a single fulfillment order. Requires at
   * least one of the following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_MERGED'
  /**
   * The webhook topic for `fulfillment_orders/moved` events. Occurs whenever the
   * location which is assigned to fulfill one or more fulfillment order line items is changed.
   *
   * * `original_fulfillment_order` - The final state of the original fulfillment order.
   * * `moved_fulfillment_order` - The fulfillment order which now contains the re-assigned line items.
   * * `source_location` - The original location which was assigned to fulfill the
   * line items (available as of the `2023-04` API version).
   * * `destination_location_id` - The ID of the location which is now responsible for fulfilling the line items.
   *
   * **Note:** The [assignedLocation](https://shopify.dev/docs/api/admin-graphql/latest/objects/fulfillmentorder#field-fulfillmentorder-assignedlocation)
   * of the `original_fulfillment_order` might be changed by the move operation.
   * If you need to determine the originally assigned location, then you should refer to the `source_location`.
   *
   * [Learn more about moving line items](https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderMove).
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_MOVED'
  /**
   * The webhook topic for `fulfillment_orders/order_routing_complete` events.
   * Occurs when an order has finished being routed and it's fulfillment orders
   * assigned to a fulfillment service's location. Requires at least one of the
   * following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders,
   * read_buyer_membership_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE'
  /**
   * The webhook topic for `fulfillment_orders/placed_on_hold` events. Occurs when
   * a fulfillment order transitions to the `ON_HOLD` status
   *
   * For cases where multiple holds are applied to a fulfillment order, this
   * webhook will only trigger once when the first hold is applied and the
   * fulfillment order status changes to `ON_HOLD`.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_PLACED_ON_HOLD'
  /**
   * The webhook topic for `fulfillment_orders/progress_reported` events. Occurs
   * when progress is reported for a fulfillment order. Requires at least one of
   * the following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_PROGRESS_REPORTED'
  /**
   * The webhook topic for `fulfillment_orders/rescheduled` events. Triggers when a fulfillment order is rescheduled.
   *
   * Fulfillment orders may be merged if they have the same `fulfillAt` datetime.
   * If the fulfillment order is merged then the resulting fulfillment order will be indicated in the webhook body.
   * Otherwise it will be the original fulfillment order with an updated `fulfill_at` datetime.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_RESCHEDULED'
  /**
   * The webhook topic for `fulfillment_orders/scheduled_fulfillment_order_ready`
   * events. Occurs whenever a fulfillment order which was scheduled becomes due.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY'
  /**
   * The webhook topic for `fulfillment_orders/split` events. Occurs when a
   * fulfillment order is split into multiple fulfillment orders. Requires at least
   * one of the following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | 'FULFILLMENT_ORDERS_SPLIT'
  /**
   * The webhook topic for `inventory_items/create` events. Occurs whenever an
   * inventory item is created. Requires at least one of the following scopes:
   * read_inventory, read_products.
   */
  | 'INVENTORY_ITEMS_CREATE'
  /**
   * The webhook topic for `inventory_items/delete` events. Occurs whenever an
   * inventory item is deleted. Requires at least one of the following scopes:
   * read_inventory, read_products.
   */
  | 'INVENTORY_ITEMS_DELETE'
  /**
   * The webhook topic for `inventory_items/update` events. Occurs whenever an
   * inventory item is updated. Requires at least one of the following scopes:
   * read_inventory, read_products.
   */
  | 'INVENTORY_ITEMS_UPDATE'
  /**
   * The webhook topic for `inventory_levels/connect` events. Occurs whenever an
   * inventory level is connected. Requires the `read_inventory` scope.
   */
  | 'INVENTORY_LEVELS_CONNECT'
  /**
   * The webhook topic for `inventory_levels/disconnect` events. Occurs whenever an
   * inventory level is disconnected. Requires the `read_inventory` scope.
   */
  | 'INVENTORY_LEVELS_DISCONNECT'
  /**
   * The webhook topic for `inventory_levels/update` events. Occurs whenever an
   * inventory level is updated. Requires the `read_inventory` scope.
   */
  | 'INVENTORY_LEVELS_UPDATE'
  /**
   * The webhook topic for `inventory_shipments/add_items` events. Occurs whenever
   * items are added to a shipment. Requires the `read_inventory_shipments` scope.
   */
  | 'INVENTORY_SHIPMENTS_ADD_ITEMS'
  /**
   * The webhook topic for `inventory_shipments/create` events. Triggers when a
   * shipment is created. Requires the `read_inventory_shipments` scope.
   */
  | 'INVENTORY_SHIPMENTS_CREATE'
  /**
   * The webhook topic for `inventory_shipments/delete` events. Triggers when a
   * shipment is deleted. Requires the `read_inventory_shipments` scope.
   */
  | 'INVENTORY_SHIPMENTS_DELETE'
  /**
   * The webhook topic for `inventory_shipments/mark_in_transit` events. Triggers
   * when a shipment is marked as in transit. Requires the
   * `read_inventory_shipments` scope.
   */
  | 'INVENTORY_SHIPMENTS_MARK_IN_TRANSIT'
  /**
   * The webhook topic for `inventory_shipments/receive_items` events. Triggers
   * when items on a shipment are received. Requires the
   * `read_inventory_shipments_received_items` scope.
   */
  | 'INVENTORY_SHIPMENTS_RECEIVE_ITEMS'
  /**
   * The webhook topic for `inventory_shipments/remove_items` events. Occurs
   * whenever items are removed from a shipment. Requires the
   * `read_inventory_shipments` scope.
   */
  | 'INVENTORY_SHIPMENTS_REMOVE_ITEMS'
  /**
   * The webhook topic for `inventory_shipments/update_item_quantities` events.
   * Occurs whenever quantities change on a shipment. Requires the
   * `read_inventory_shipments` scope.
   */
  | 'INVENTORY_SHIPMENTS_UPDATE_ITEM_QUANTITIES'
  /**
   * The webhook topic for `inventory_shipments/update_tracking` events. Triggers
   * when tracking info on a shipment is updated. Requires the
   * `read_inventory_shipments` scope.
   */
  | 'INVENTORY_SHIPMENTS_UPDATE_TRACKING'
  /**
   * The webhook topic for `inventory_transfers/add_items` events. Occurs any time
   * items are added to a transfer. Requires the `read_inventory_transfers` scope.
   */
  | 'INVENTORY_TRANSFERS_ADD_ITEMS'
  /**
   * The webhook topic for `inventory_transfers/cancel` events. Triggers when a
   * transfer is canceled. Requires the `read_inventory_transfers` scope.
   */
  | 'INVENTORY_TRANSFERS_CANCEL'
  /**
   * The webhook topic for `inventory_transfers/complete` events. Triggers when a
   * transfer is completed. Requires the `read_inventory_transfers` scope.
   */
  | 'INVENTORY_TRANSFERS_COMPLETE'
  /**
   * The webhook topic for `inventory_transfers/ready_to_ship` events. Triggers
   * when a transfer is marked as ready to ship. Requires the
   * `read_inventory_transfers` scope.
   */
  | 'INVENTORY_TRANSFERS_READY_TO_SHIP'
  /**
   * The webhook topic for `inventory_transfers/remove_items` events. Occurs any
   * time items are removed from a transfer. Requires the
   * `read_inventory_transfers` scope.
   */
  | 'INVENTORY_TRANSFERS_REMOVE_ITEMS'
  /**
   * The webhook topic for `inventory_transfers/updated` events. Triggers when a
   * shipment belonging to the transfer is created, edited, or removed. Re-fetch
   * the transfer to get the latest state. Requires the `read_inventory_transfers` scope.
   */
  | 'INVENTORY_TRANSFERS_UPDATED'
  /**
   * The webhook topic for `inventory_transfers/update_item_quantities` events.
   * Occurs whenever the quantity of transfer line items changes. Requires the
   * `read_inventory_transfers` scope.
   */
  | 'INVENTORY_TRANSFERS_UPDATE_ITEM_QUANTITIES'
  /** The webhook topic for `locales/create` events. Occurs whenever a shop locale is created Requires the `read_locales` scope. */
  | 'LOCALES_CREATE'
  /**
   * The webhook topic for `locales/destroy` events. Occurs whenever a shop locale
   * is destroyed Requires the `read_locales` scope.
   */
  | 'LOCALES_DESTROY'
  /**
   * The webhook topic for `locales/update` events. Occurs whenever a shop locale
   * is updated, such as published or unpublished Requires the `read_locales` scope.
   */
  | 'LOCALES_UPDATE'
  /**
   * The webhook topic for `locations/activate` events. Occurs whenever a
   * deactivated location is re-activated. Requires the `read_locations` scope.
   */
  | 'LOCATIONS_ACTIVATE'
  /**
   * The webhook topic for `locations/create` events. Occurs whenever a location is
   * created. Requires the `read_locations` scope.
   */
  | 'LOCATIONS_CREATE'
  /**
   * The webhook topic for `locations/deactivate` events. Occurs whenever a
   * location is deactivated. Requires the `read_locations` scope.
   */
  | 'LOCATIONS_DEACTIVATE'
  /**
   * The webhook topic for `locations/delete` events. Occurs whenever a location is
   * deleted. Requires the `read_locations` scope.
   */
  | 'LOCATIONS_DELETE'
  /**
   * The webhook topic for `locations/update` events. Occurs whenever a location is
   * updated. Requires the `read_locations` scope.
   */
  | 'LOCATIONS_UPDATE'
  /**
   * The webhook topic for `markets_backup_region/update` events. Occurs when a
   * backup region is updated. Requires the `read_markets` scope.
   */
  | 'MARKETS_BACKUP_REGION_UPDATE'
  /** The webhook topic for `markets/create` events. Occurs when a new market is created. Requires the `read_markets` scope. */
  | 'MARKETS_CREATE'
  /** The webhook topic for `markets/delete` events. Occurs when a market is deleted. Requires the `read_markets` scope. */
  | 'MARKETS_DELETE'
  /** The webhook topic for `markets/update` events. Occurs when a market is updated. Requires the `read_markets` scope. */
  | 'MARKETS_UPDATE'
  /**
   * The webhook topic for `metafield_definitions/create` events. Occurs when a
   * metafield definition is created. Requires the `read_content` scope.
   */
  | 'METAFIELD_DEFINITIONS_CREATE'
  /**
   * The webhook topic for `metafield_definitions/delete` events. Occurs when a
   * metafield definition is deleted. Requires the `read_content` scope.
   */
  | 'METAFIELD_DEFINITIONS_DELETE'
  /**
   * The webhook topic for `metafield_definitions/update` events. Occurs when a
   * metafield definition is updated. Requires the `read_content` scope.
   */
  | 'METAFIELD_DEFINITIONS_UPDATE'
  /**
   * The webhook topic for `metaobjects/create` events. Occurs when a metaobject is
   * created. Requires the `read_metaobjects` scope.
   */
  | 'METAOBJECTS_CREATE'
  /**
   * The webhook topic for `metaobjects/delete` events. Occurs when a metaobject is
   * deleted. Requires the `read_metaobjects` scope.
   */
  | 'METAOBJECTS_DELETE'
  /**
   * The webhook topic for `metaobjects/update` events. Occurs when a metaobject is
   * updated. Requires the `read_metaobjects` scope.
   */
  | 'METAOBJECTS_UPDATE'
  /**
   * The webhook topic for `orders/cancelled` events. Occurs whenever an order is
   * cancelled. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | 'ORDERS_CANCELLED'
  /**
   * The webhook topic for `orders/create` events. Occurs whenever an order is
   * created. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders.
   */
  | 'ORDERS_CREATE'
  /** The webhook topic for `orders/delete` events. Occurs whenever an order is deleted. Requires the `read_orders` scope. */
  | 'ORDERS_DELETE'
  /**
   * The webhook topic for `orders/edited` events. Occurs whenever an order is
   * edited. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | 'ORDERS_EDITED'
  /**
   * The webhook topic for `orders/fulfilled` events. Occurs whenever an order is
   * fulfilled. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders.
   */
  | 'ORDERS_FULFILLED'
  /**
   * The webhook topic for `orders/link_requested` events. Occurs whenever a
   * customer requests a new order link from the expired order status page.
   * Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | 'ORDERS_LINK_REQUESTED'
  /**
   * The webhook topic for `orders/paid` events. Occurs whenever an order is paid.
   * Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders.
   */
  | 'ORDERS_PAID'
  /**
   * The webhook topic for `orders/partially_fulfilled` events. Occurs whenever an
   * order is partially fulfilled. Requires at least one of the following scopes:
   * read_orders, read_marketplace_orders.
   */
  | 'ORDERS_PARTIALLY_FULFILLED'
  /**
   * The webhook topic for `orders/risk_assessment_changed` events. Triggers when a
   * new risk assessment is available on the order.
   * This can be the first or a subsequent risk assessment.
   * New risk assessments can be provided until the order is marked as fulfilled.
   * Includes the risk level, risk facts, the provider and the order ID.
   * When the provider is Shopify, that field is null.
   * Does not include the risk recommendation for the order.
   * The Shop ID is available in the headers.
   *  Requires the `read_orders` scope.
   */
  | 'ORDERS_RISK_ASSESSMENT_CHANGED'
  /**
   * The webhook topic for `orders/shopify_protect_eligibility_changed` events.
   * Occurs whenever Shopify Protect's eligibility for an order is changed.
   * Requires the `read_orders` scope.
   */
  | 'ORDERS_SHOPIFY_PROTECT_ELIGIBILITY_CHANGED'
  /**
   * The webhook topic for `orders/updated` events. Occurs whenever an order is
   * updated. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | 'ORDERS_UPDATED'
  /**
   * The webhook topic for `order_transactions/create` events. Occurs when a order
   * transaction is created or when it's status is updated. Only occurs for
   * transactions with a status of success, failure or error. Requires at least one
   * of the following scopes: read_orders, read_marketplace_orders,
   * read_buyer_membership_orders.
   */
  | 'ORDER_TRANSACTIONS_CREATE'
  /**
   * The webhook topic for `payment_schedules/due` events. Occurs whenever payment
   * schedules are due. Requires the `read_payment_terms` scope.
   */
  | 'PAYMENT_SCHEDULES_DUE'
  /**
   * The webhook topic for `payment_terms/create` events. Occurs whenever payment
   * terms are created. Requires the `read_payment_terms` scope.
   */
  | 'PAYMENT_TERMS_CREATE'
  /**
   * The webhook topic for `payment_terms/delete` events. Occurs whenever payment
   * terms are deleted. Requires the `read_payment_terms` scope.
   */
  | 'PAYMENT_TERMS_DELETE'
  /**
   * The webhook topic for `payment_terms/update` events. Occurs whenever payment
   * terms are updated. Requires the `read_payment_terms` scope.
   */
  | 'PAYMENT_TERMS_UPDATE'
  /** The webhook topic for `products/create` events. Occurs whenever a product is created. Requires the `read_products` scope. */
  | 'PRODUCTS_CREATE'
  /** The webhook topic for `products/delete` events. Occurs whenever a product is deleted. Requires the `read_products` scope. */
  | 'PRODUCTS_DELETE'
  /**
   * The webhook topic for `products/update` events. Occurs whenever a product is
   * updated, ordered, or variants are added, removed or updated. Requires the
   * `read_products` scope.
   */
  | 'PRODUCTS_UPDATE'
  /**
   * The webhook topic for `product_feeds/create` events. Triggers when product
   * feed is created Requires the `read_product_listings` scope.
   */
  | 'PRODUCT_FEEDS_CREATE'
  /**
   * The webhook topic for `product_feeds/full_sync` events. Triggers when a full
   * sync for a product feed is performed Requires the `read_product_listings` scope.
   */
  | 'PRODUCT_FEEDS_FULL_SYNC'
  /**
   * The webhook topic for `product_feeds/full_sync_finish` events. Triggers when a
   * full sync finishes Requires the `read_product_listings` scope.
   */
  | 'PRODUCT_FEEDS_FULL_SYNC_FINISH'
  /**
   * The webhook topic for `product_feeds/incremental_sync` events. Occurs whenever
   * a product publication is created, updated or removed for a product feed
   * Requires the `read_product_listings` scope.
   */
  | 'PRODUCT_FEEDS_INCREMENTAL_SYNC'
  /**
   * The webhook topic for `product_feeds/update` events. Triggers when product
   * feed is updated Requires the `read_product_listings` scope.
   */
  | 'PRODUCT_FEEDS_UPDATE'
  /**
   * The webhook topic for `product_listings/add` events. Occurs whenever an active
   * product is listed on a channel. Requires the `read_product_listings` scope.
   */
  | 'PRODUCT_LISTINGS_ADD'
  /**
   * The webhook topic for `product_listings/remove` events. Occurs whenever a
   * product listing is removed from the channel. Requires the
   * `read_product_listings` scope.
   */
  | 'PRODUCT_LISTINGS_REMOVE'
  /**
   * The webhook topic for `product_listings/update` events. Occurs whenever a
   * product publication is updated. Requires the `read_product_listings` scope.
   */
  | 'PRODUCT_LISTINGS_UPDATE'
  /**
   * The webhook topic for `product_publications/create` events. Occurs whenever a
   * product publication for an active product is created, or whenever an existing
   * product publication is published on the app that is subscribed to this webhook
   * topic. Note that a webhook is only emitted when there are publishing changes
   * to the app that is subscribed to the topic (ie. no webhook will be emitted if
   * there is a publishing change to the online store and the webhook subscriber of
   * the topic is a third-party app). Requires the `read_publications` scope.
   */
  | 'PRODUCT_PUBLICATIONS_CREATE'
  /**
   * The webhook topic for `product_publications/delete` events. Occurs whenever a
   * product publication for an active product is removed, or whenever an existing
   * product publication is unpublished from the app that is subscribed to this
   * webhook topic. Note that a webhook is only emitted when there are publishing
   * changes to the app that is subscribed to the topic (ie. no webhook will be
   * emitted if there is a publishing change to the online store and the webhook
   * subscriber of the topic is a third-party app). Requires the
   * `read_publications` scope.
   */
  | 'PRODUCT_PUBLICATIONS_DELETE'
  /**
   * The webhook topic for `product_publications/update` events. Occurs whenever a
   * product publication is updated from the app that is subscribed to this webhook
   * topic. Note that a webhook is only emitted when there are publishing changes
   * to the app that is subscribed to the topic (ie. no webhook will be emitted if
   * there is a publishing change to the online store and the webhook subscriber of
   * the topic is a third-party app). Requires the `read_publications` scope.
   */
  | 'PRODUCT_PUBLICATIONS_UPDATE'
  /**
   * The webhook topic for `profiles/create` events. Occurs whenever a delivery
   * profile is created Requires at least one of the following scopes:
   * read_shipping, read_assigned_shipping.
   */
  | 'PROFILES_CREATE'
  /**
   * The webhook topic for `profiles/delete` events. Occurs whenever a delivery
   * profile is deleted Requires at least one of the following scopes:
   * read_shipping, read_assigned_shipping.
   */
  | 'PROFILES_DELETE'
  /**
   * The webhook topic for `profiles/update` events. Occurs whenever a delivery
   * profile is updated Requires at least one of the following scopes:
   * read_shipping, read_assigned_shipping.
   */
  | 'PROFILES_UPDATE'
  /**
   * The webhook topic for `refunds/create` events. Occurs whenever a new refund is
   * created without errors on an order, independent from the movement of money.
   * Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | 'REFUNDS_CREATE'
  /**
   * The webhook topic for `returns/approve` events. Occurs whenever a return is
   * approved. This means `Return.status` is `OPEN`. Requires at least one of the
   * following scopes: read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | 'RETURNS_APPROVE'
  /**
   * The webhook topic for `returns/cancel` events. Occurs whenever a return is
   * canceled. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | 'RETURNS_CANCEL'
  /**
   * The webhook topic for `returns/close` events. Occurs whenever a return is
   * closed. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | 'RETURNS_CLOSE'
  /**
   * The webhook topic for `returns/decline` events. Occurs whenever a return is
   * declined. This means `Return.status` is `DECLINED`. Requires at least one of
   * the following scopes: read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | 'RETURNS_DECLINE'
  /**
   * The webhook topic for `returns/process` events. Occurs whenever a return is
   * processed. Requires at least one of the following scopes: read_returns,
   * read_marketplace_returns, read_buyer_membership_orders.
   */
  | 'RETURNS_PROCESS'
  /**
   * The webhook topic for `returns/reopen` events. Occurs whenever a closed return
   * is reopened. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | 'RETURNS_REOPEN'
  /**
   * The webhook topic for `returns/request` events. Occurs whenever a return is
   * requested. This means `Return.status` is `REQUESTED`. Requires at least one of
   * the following scopes: read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | 'RETURNS_REQUEST'
  /**
   * The webhook topic for `returns/update` events. Occurs whenever a return is
   * updated. Requires at least one of the following scopes: read_returns,
   * read_marketplace_returns, read_buyer_membership_orders.
   */
  | 'RETURNS_UPDATE'
  /**
   * The webhook topic for `reverse_deliveries/attach_deliverable` events. Occurs
   * whenever a deliverable is attached to a reverse delivery.
   * This occurs when a reverse delivery is created or updated with delivery metadata.
   * Metadata includes the delivery method, label, and tracking information associated with a reverse delivery.
   *  Requires at least one of the following scopes: read_returns, read_marketplace_returns.
   */
  | 'REVERSE_DELIVERIES_ATTACH_DELIVERABLE'
  /**
   * The webhook topic for `reverse_fulfillment_orders/dispose` events. Occurs
   * whenever a disposition is made on a reverse fulfillment order.
   * This includes dispositions made on reverse deliveries that are associated with the reverse fulfillment order.
   *  Requires at least one of the following scopes: read_returns, read_marketplace_returns.
   */
  | 'REVERSE_FULFILLMENT_ORDERS_DISPOSE'
  /**
   * The webhook topic for `scheduled_product_listings/add` events. Occurs whenever
   * a product is scheduled to be published. Requires the `read_product_listings` scope.
   */
  | 'SCHEDULED_PRODUCT_LISTINGS_ADD'
  /**
   * The webhook topic for `scheduled_product_listings/remove` events. Occurs
   * whenever a product is no longer scheduled to be published. Requires the
   * `read_product_listings` scope.
   */
  | 'SCHEDULED_PRODUCT_LISTINGS_REMOVE'
  /**
   * The webhook topic for `scheduled_product_listings/update` events. Occurs
   * whenever a product's scheduled availability date changes. Requires the
   * `read_product_listings` scope.
   */
  | 'SCHEDULED_PRODUCT_LISTINGS_UPDATE'
  /** The webhook topic for `segments/create` events. Occurs whenever a segment is created. Requires the `read_customers` scope. */
  | 'SEGMENTS_CREATE'
  /** The webhook topic for `segments/delete` events. Occurs whenever a segment is deleted. Requires the `read_customers` scope. */
  | 'SEGMENTS_DELETE'
  /** The webhook topic for `segments/update` events. Occurs whenever a segment is updated. Requires the `read_customers` scope. */
  | 'SEGMENTS_UPDATE'
  /**
   * The webhook topic for `selling_plan_groups/create` events. Notifies when a
   * SellingPlanGroup is created. Requires the `read_products` scope.
   */
  | 'SELLING_PLAN_GROUPS_CREATE'
  /**
   * The webhook topic for `selling_plan_groups/delete` events. Notifies when a
   * SellingPlanGroup is deleted. Requires the `read_products` scope.
   */
  | 'SELLING_PLAN_GROUPS_DELETE'
  /**
   * The webhook topic for `selling_plan_groups/update` events. Notifies when a
   * SellingPlanGroup is updated. Requires the `read_products` scope.
   */
  | 'SELLING_PLAN_GROUPS_UPDATE'
  /**
   * The webhook topic for `shipping_addresses/create` events. Occurs whenever a
   * shipping address is created. Requires the `read_shipping` scope.
   */
  | 'SHIPPING_ADDRESSES_CREATE'
  /**
   * The webhook topic for `shipping_addresses/update` events. Occurs whenever a
   * shipping address is updated. Requires the `read_shipping` scope.
   */
  | 'SHIPPING_ADDRESSES_UPDATE'
  /** The webhook topic for `shop/update` events. Occurs whenever a shop is updated. */
  | 'SHOP_UPDATE'
  /**
   * The webhook topic for `subscription_billing_attempts/challenged` events.
   * Occurs when the financial instutition challenges the subscripttion billing
   * attempt charge as per 3D Secure. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_ATTEMPTS_CHALLENGED'
  /**
   * The webhook topic for `subscription_billing_attempts/failure` events. Occurs
   * whenever a subscription billing attempt fails. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_ATTEMPTS_FAILURE'
  /**
   * The webhook topic for `subscription_billing_attempts/success` events. Occurs
   * whenever a subscription billing attempt succeeds. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_ATTEMPTS_SUCCESS'
  /**
   * The webhook topic for `subscription_billing_cycles/skip` events. Occurs
   * whenever a subscription contract billing cycle is skipped. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_CYCLES_SKIP'
  /**
   * The webhook topic for `subscription_billing_cycles/unskip` events. Occurs
   * whenever a subscription contract billing cycle is unskipped. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_CYCLES_UNSKIP'
  /**
   * The webhook topic for `subscription_billing_cycle_edits/create` events. Occurs
   * whenever a subscription contract billing cycle is edited. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_CYCLE_EDITS_CREATE'
  /**
   * The webhook topic for `subscription_billing_cycle_edits/delete` events. Occurs
   * whenever a subscription contract billing cycle edit is deleted. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_CYCLE_EDITS_DELETE'
  /**
   * The webhook topic for `subscription_billing_cycle_edits/update` events. Occurs
   * whenever a subscription contract billing cycle edit is updated. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_BILLING_CYCLE_EDITS_UPDATE'
  /**
   * The webhook topic for `subscription_contracts/activate` events. Occurs when a
   * subscription contract is activated. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_CONTRACTS_ACTIVATE'
  /**
   * The webhook topic for `subscription_contracts/cancel` events. Occurs when a
   * subscription contract is canceled. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_CONTRACTS_CANCEL'
  /**
   * The webhook topic for `subscription_contracts/create` events. Occurs whenever
   * a subscription contract is created. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_CONTRACTS_CREATE'
  /**
   * The webhook topic for `subscription_contracts/expire` events. Occurs when a
   * subscription contract expires. Requires the `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_CONTRACTS_EXPIRE'
  /**
   * The webhook topic for `subscription_contracts/fail` events. Occurs when a
   * subscription contract is failed. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_CONTRACTS_FAIL'
  /**
   * The webhook topic for `subscription_contracts/pause` events. Occurs when a
   * subscription contract is paused. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_CONTRACTS_PAUSE'
  /**
   * The webhook topic for `subscription_contracts/update` events. Occurs whenever
   * a subscription contract is updated. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | 'SUBSCRIPTION_CONTRACTS_UPDATE'
  /**
   * The webhook topic for `tax_services/create` events. Occurs whenever a tax
   * service is created. Requires the `read_taxes` scope.
   */
  | 'TAX_SERVICES_CREATE'
  /**
   * The webhook topic for `tax_services/update` events. Occurs whenver a tax
   * service is updated. Requires the `read_taxes` scope.
   */
  | 'TAX_SERVICES_UPDATE'
  /**
   * The webhook topic for `tender_transactions/create` events. Occurs when a
   * tender transaction is created. Requires the `read_orders` scope.
   */
  | 'TENDER_TRANSACTIONS_CREATE'
  /**
   * The webhook topic for `themes/create` events. Occurs whenever a theme is
   * created. Does not occur when theme files are created. Requires the
   * `read_themes` scope.
   */
  | 'THEMES_CREATE'
  /**
   * The webhook topic for `themes/delete` events. Occurs whenever a theme is
   * deleted. Does not occur when theme files are deleted. Requires the
   * `read_themes` scope.
   */
  | 'THEMES_DELETE'
  /**
   * The webhook topic for `themes/publish` events. Occurs whenever a theme with
   * the main or mobile (deprecated) role is published. Requires the `read_themes` scope.
   */
  | 'THEMES_PUBLISH'
  /**
   * The webhook topic for `themes/update` events. Occurs whenever a theme is
   * updated. Does not occur when theme files are updated. Requires the
   * `read_themes` scope.
   */
  | 'THEMES_UPDATE'
  /**
   * The webhook topic for `variants/in_stock` events. Occurs whenever a variant
   * becomes in stock. Online channels receive this webhook only when the variant
   * becomes in stock online. Requires the `read_products` scope.
   */
  | 'VARIANTS_IN_STOCK'
  /**
   * The webhook topic for `variants/out_of_stock` events. Occurs whenever a
   * variant becomes out of stock. Online channels receive this webhook only when
   * the variant becomes out of stock online. Requires the `read_products` scope.
   */
  | 'VARIANTS_OUT_OF_STOCK';

export type RequestedOrderEditStatus = 'REQUESTED' | 'RESOLVED' | 'DECLINED';

export type CompanyRoleFieldsFragment = {
  nodes: Array<{ companyContact: { customer: { id: string } } }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type DutyFieldsFragment = {
  id: string;
  price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  taxLines: Array<{
    priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  }>;
};

export type FulfillmentOrderFieldsFragment = {
  nodes: Array<{
    id: string;
    status: FulfillmentOrderStatus;
    requestStatus: FulfillmentOrderRequestStatus;
    assignedLocation: { name: string; location: { id: string } | null };
    deliveryMethod: { methodType: DeliveryMethodType } | null;
    lineItems: {
      nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    supportedActions: Array<{ action: FulfillmentOrderAction }>;
    fulfillmentHolds: Array<{ id: string; handle: string | null; heldByRequestingApp: boolean }>;
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type WorkLineFieldsFragment = {
  nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type LineItemFieldsFragment = {
  nodes: Array<{
    id: string;
    title: string;
    variantTitle: string | null;
    quantity: number;
    currentQuantity: number;
    unfulfilledQuantity: number;
    nonFulfillableQuantity: number;
    isGiftCard: boolean;
    requiresShipping: boolean;
    restockable: boolean;
    image: { url: string } | null;
    customAttributes: Array<{ key: string }>;
    originalUnitPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    discountAllocations: Array<{
      allocatedAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      discountApplication:
        | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
        | { code: string; index: number; targetSelection: DiscountApplicationTargetSelection }
        | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
        | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection };
    }>;
    taxLines: Array<{
      priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    }>;
    duties: Array<{
      id: string;
      price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      taxLines: Array<{
        priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
    }>;
    sellingPlan: { sellingPlanId: string | null } | null;
    lineItemGroup: { id: string; title: string } | null;
    product: { id: string; tags: Array<string>; productType: string } | null;
    variant: { inventoryItem: { id: string; tracked: boolean } } | null;
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type MarketFieldsFragment = {
  nodes: Array<{
    id: string;
    name: string;
    conditions: {
      regionsCondition: {
        regions: { nodes: Array<{ code: CountryCode; name: string } | { name: string }> };
      } | null;
    } | null;
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type MoneyFieldsFragment = {
  presentmentMoney: { amount: string; currencyCode: CurrencyCode };
  shopMoney: { amount: string; currencyCode: CurrencyCode };
};

export type PresentmentFieldsFragment = {
  presentmentMoney: { amount: string; currencyCode: CurrencyCode };
};

export type OrderFieldsFragment = {
  id: string;
  name: string;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  tags: Array<string>;
  sourceName: string | null;
  merchantEditable: boolean;
  displayFinancialStatus: OrderDisplayFinancialStatus | null;
  displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
  returnStatus: OrderReturnStatus;
  currencyCode: CurrencyCode;
  presentmentCurrencyCode: CurrencyCode;
  taxesIncluded: boolean;
  dutiesIncluded: boolean;
  cancellation: { staffNote: string | null } | null;
  customer: { id: string; tags: Array<string> } | null;
  purchasingEntity: { location: { id: string } } | Record<PropertyKey, never> | null;
  paymentTerms: { id: string } | null;
  displayAddress: { countryCodeV2: CountryCode | null } | null;
  app: { name: string } | null;
  retailLocation: { id: string } | null;
  risk: {
    recommendation: OrderRiskRecommendationResult;
    assessments: Array<{ riskLevel: RiskAssessmentResult }>;
  };
  disputes: Array<{ initiatedAs: DisputeType; status: DisputeStatus }>;
  fulfillments: Array<{
    status: FulfillmentStatus;
    displayStatus: FulfillmentDisplayStatus | null;
    inTransitAt: string | null;
    deliveredAt: string | null;
  }>;
  totalPriceSet: {
    presentmentMoney: { amount: string; currencyCode: CurrencyCode };
    shopMoney: { amount: string; currencyCode: CurrencyCode };
  };
  currentTotalPriceSet: {
    presentmentMoney: { amount: string; currencyCode: CurrencyCode };
    shopMoney: { amount: string; currencyCode: CurrencyCode };
  };
  totalOutstandingSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  totalTipReceivedSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  totalCashRoundingAdjustment: {
    paymentSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    refundSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  };
  shippingLines: {
    nodes: Array<{
      title: string;
      discountedPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      taxLines: Array<{
        priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  additionalFees: Array<{
    price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    taxLines: Array<{
      priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    }>;
  }>;
  lineItems: {
    nodes: Array<{
      id: string;
      title: string;
      variantTitle: string | null;
      quantity: number;
      currentQuantity: number;
      unfulfilledQuantity: number;
      nonFulfillableQuantity: number;
      isGiftCard: boolean;
      requiresShipping: boolean;
      restockable: boolean;
      image: { url: string } | null;
      customAttributes: Array<{ key: string }>;
      originalUnitPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      discountAllocations: Array<{
        allocatedAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        discountApplication:
          | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
          | { code: string; index: number; targetSelection: DiscountApplicationTargetSelection }
          | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
          | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection };
      }>;
      taxLines: Array<{
        priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
      duties: Array<{
        id: string;
        price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
      }>;
      sellingPlan: { sellingPlanId: string | null } | null;
      lineItemGroup: { id: string; title: string } | null;
      product: { id: string; tags: Array<string>; productType: string } | null;
      variant: { inventoryItem: { id: string; tracked: boolean } } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  fulfillmentOrders: {
    nodes: Array<{
      id: string;
      status: FulfillmentOrderStatus;
      requestStatus: FulfillmentOrderRequestStatus;
      assignedLocation: { name: string; location: { id: string } | null };
      deliveryMethod: { methodType: DeliveryMethodType } | null;
      lineItems: {
        nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
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
    errorCode: OrderTransactionErrorCode | null;
    authorizationExpiresAt: string | null;
    paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
    parentTransaction: { id: string } | null;
    amountSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    fees: Array<{
      amount: { amount: string; currencyCode: CurrencyCode };
      taxAmount: { amount: string; currencyCode: CurrencyCode };
    }>;
  }>;
  refunds: Array<{
    id: string;
    createdAt: string | null;
    note: string | null;
    totalRefundedSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    refundLineItems: {
      nodes: Array<{
        quantity: number;
        restockType: RefundLineItemRestockType;
        lineItem: { id: string };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    refundShippingLines: {
      nodes: Array<{
        subtotalAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    duties: Array<{
      amountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      originalDuty: {
        id: string;
        price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
      } | null;
    }> | null;
    transactions: {
      nodes: Array<{ id: string }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }>;
};

export type RefundFieldsFragment = {
  id: string;
  createdAt: string | null;
  note: string | null;
  totalRefundedSet: {
    presentmentMoney: { amount: string; currencyCode: CurrencyCode };
    shopMoney: { amount: string; currencyCode: CurrencyCode };
  };
  refundLineItems: {
    nodes: Array<{
      quantity: number;
      restockType: RefundLineItemRestockType;
      lineItem: { id: string };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  refundShippingLines: {
    nodes: Array<{
      subtotalAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  duties: Array<{
    amountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    originalDuty: {
      id: string;
      price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      taxLines: Array<{
        priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
    } | null;
  }> | null;
  transactions: {
    nodes: Array<{ id: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type RefundedLineFieldsFragment = {
  nodes: Array<{
    quantity: number;
    restockType: RefundLineItemRestockType;
    lineItem: { id: string };
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type RefundedShippingFieldsFragment = {
  nodes: Array<{
    subtotalAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type RefundTransactionIdsFragment = {
  nodes: Array<{ id: string }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type ShippingLineFieldsFragment = {
  nodes: Array<{
    title: string;
    discountedPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    taxLines: Array<{
      priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    }>;
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type SnapshotFieldsFragment = {
  id: string;
  name: string;
  email: string | null;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  displayFinancialStatus: OrderDisplayFinancialStatus | null;
  displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
  tags: Array<string>;
  totalPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
  displayAddress: { countryCodeV2: CountryCode | null } | null;
  risk: { assessments: Array<{ riskLevel: RiskAssessmentResult }> };
  customer: { id: string; firstName: string | null; lastName: string | null } | null;
};

export type SnapshotPlacesFragment = {
  fulfillmentOrders: { nodes: Array<{ assignedLocation: { name: string } }> };
};

export type TransactionFieldsFragment = {
  id: string;
  kind: OrderTransactionKind;
  status: OrderTransactionStatus;
  gateway: string | null;
  formattedGateway: string | null;
  manualPaymentGateway: boolean;
  createdAt: string;
  errorCode: OrderTransactionErrorCode | null;
  authorizationExpiresAt: string | null;
  paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
  parentTransaction: { id: string } | null;
  amountSet: {
    presentmentMoney: { amount: string; currencyCode: CurrencyCode };
    shopMoney: { amount: string; currencyCode: CurrencyCode };
  };
  fees: Array<{
    amount: { amount: string; currencyCode: CurrencyCode };
    taxAmount: { amount: string; currencyCode: CurrencyCode };
  }>;
};

export type ProbeAddressQueryVariables = Exact<{ [key: string]: never }>;

export type ProbeAddressQuery = {
  orders: { nodes: Array<{ shippingAddress: { address1: string | null } | null }> };
};

export type ProbeEmailQueryVariables = Exact<{ [key: string]: never }>;

export type ProbeEmailQuery = { orders: { nodes: Array<{ email: string | null }> } };

export type ProbeNameQueryVariables = Exact<{ [key: string]: never }>;

export type ProbeNameQuery = {
  orders: { nodes: Array<{ customer: { firstName: string | null } | null }> };
};

export type ProbeOrdersQueryVariables = Exact<{ [key: string]: never }>;

export type ProbeOrdersQuery = { orders: { nodes: Array<{ id: string }> } };

export type ProbePhoneQueryVariables = Exact<{ [key: string]: never }>;

export type ProbePhoneQuery = { orders: { nodes: Array<{ phone: string | null }> } };

export type ReadNewestChangeQueryVariables = Exact<{ [key: string]: never }>;

export type ReadNewestChangeQuery = { orders: { nodes: Array<{ updatedAt: string }> } };

export type ReadOwnSubscriptionsQueryVariables = Exact<{ [key: string]: never }>;

export type ReadOwnSubscriptionsQuery = {
  webhookSubscriptions: { nodes: Array<{ topic: WebhookSubscriptionTopic; uri: string }> };
};

export type ReadThemeBlocksQueryVariables = Exact<{ [key: string]: never }>;

export type ReadThemeBlocksQuery = {
  currentAppInstallation: { app: { handle: string | null } };
  themes: {
    nodes: Array<{
      files: { nodes: Array<{ body: { content: string } | Record<PropertyKey, never> }> } | null;
    }>;
  } | null;
};

export type ReadMoreCollectionsQueryVariables = Exact<{
  productId: string;
  after: string;
}>;

export type ReadMoreCollectionsQuery = {
  product: {
    collections: {
      nodes: Array<{ id: string }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreCompanyRolesQueryVariables = Exact<{
  companyLocationId: string;
  after?: string | null | undefined;
}>;

export type ReadMoreCompanyRolesQuery = {
  companyLocation: {
    roleAssignments: {
      nodes: Array<{ companyContact: { customer: { id: string } } }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreFulfillmentOrdersQueryVariables = Exact<{
  orderId: string;
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
        deliveryMethod: { methodType: DeliveryMethodType } | null;
        lineItems: {
          nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
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
  orderId: string;
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
        nonFulfillableQuantity: number;
        isGiftCard: boolean;
        requiresShipping: boolean;
        restockable: boolean;
        image: { url: string } | null;
        customAttributes: Array<{ key: string }>;
        originalUnitPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        discountAllocations: Array<{
          allocatedAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          discountApplication:
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { code: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection };
        }>;
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
        duties: Array<{
          id: string;
          price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
        }>;
        sellingPlan: { sellingPlanId: string | null } | null;
        lineItemGroup: { id: string; title: string } | null;
        product: { id: string; tags: Array<string>; productType: string } | null;
        variant: { inventoryItem: { id: string; tracked: boolean } } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreMarketsQueryVariables = Exact<{
  after: string;
}>;

export type ReadMoreMarketsQuery = {
  markets: {
    nodes: Array<{
      id: string;
      name: string;
      conditions: {
        regionsCondition: {
          regions: { nodes: Array<{ code: CountryCode; name: string } | { name: string }> };
        } | null;
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadMoreRefundTransactionsQueryVariables = Exact<{
  refundId: string;
  after: string;
}>;

export type ReadMoreRefundTransactionsQuery = {
  refund: {
    transactions: {
      nodes: Array<{ id: string }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreRefundedLinesQueryVariables = Exact<{
  refundId: string;
  after: string;
}>;

export type ReadMoreRefundedLinesQuery = {
  refund: {
    refundLineItems: {
      nodes: Array<{
        quantity: number;
        restockType: RefundLineItemRestockType;
        lineItem: { id: string };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreRefundedShippingQueryVariables = Exact<{
  refundId: string;
  after: string;
}>;

export type ReadMoreRefundedShippingQuery = {
  refund: {
    refundShippingLines: {
      nodes: Array<{
        subtotalAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreShippingLinesQueryVariables = Exact<{
  orderId: string;
  after: string;
}>;

export type ReadMoreShippingLinesQuery = {
  order: {
    shippingLines: {
      nodes: Array<{
        title: string;
        discountedPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ReadMoreWorkLinesQueryVariables = Exact<{
  fulfillmentOrderId: string;
  after: string;
}>;

export type ReadMoreWorkLinesQuery = {
  fulfillmentOrder: {
    lineItems: {
      nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ExportOrdersQueryVariables = Exact<{ [key: string]: never }>;

export type ExportOrdersQuery = {
  orders: {
    edges: Array<{
      node: {
        id: string;
        name: string;
        email: string | null;
        createdAt: string;
        updatedAt: string;
        cancelledAt: string | null;
        displayFinancialStatus: OrderDisplayFinancialStatus | null;
        displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
        tags: Array<string>;
        totalPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        displayAddress: { countryCodeV2: CountryCode | null } | null;
        risk: { assessments: Array<{ riskLevel: RiskAssessmentResult }> };
        customer: { id: string; firstName: string | null; lastName: string | null } | null;
      };
    }>;
  };
};

export type StartOrderExportMutationVariables = Exact<{
  query: string;
}>;

export type StartOrderExportMutation = {
  bulkOperationRunQuery: {
    bulkOperation: { id: string } | null;
    userErrors: Array<{ code: BulkOperationUserErrorCode | null; message: string }>;
  } | null;
};

export type ReadOrderExportQueryVariables = Exact<{
  id: string;
}>;

export type ReadOrderExportQuery = {
  bulkOperation: { status: BulkOperationStatus; objectCount: string; url: string | null } | null;
};

export type FindOrdersByNameQueryVariables = Exact<{
  filter: string;
  after?: string | null | undefined;
}>;

export type FindOrdersByNameQuery = {
  orders: {
    nodes: Array<{
      id: string;
      name: string;
      email: string | null;
      phone: string | null;
      shippingAddress: { phone: string | null } | null;
      billingAddress: { phone: string | null } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
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
      tags: Array<string>;
      totalPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      displayAddress: { countryCodeV2: CountryCode | null } | null;
      risk: { assessments: Array<{ riskLevel: RiskAssessmentResult }> };
      customer: { id: string; firstName: string | null; lastName: string | null } | null;
      fulfillmentOrders: { nodes: Array<{ assignedLocation: { name: string } }> };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
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

export type ReadGiftCardsQueryVariables = Exact<{
  filter: string;
  after?: string | null | undefined;
}>;

export type ReadGiftCardsQuery = {
  giftCards: {
    nodes: Array<{
      id: string;
      enabled: boolean;
      initialValue: { amount: string; currencyCode: CurrencyCode };
      balance: { amount: string; currencyCode: CurrencyCode };
      lineItem: { id: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadOrderDetailsQueryVariables = Exact<{
  id: string;
}>;

export type ReadOrderDetailsQuery = {
  order: {
    email: string | null;
    phone: string | null;
    note: string | null;
    customer: { firstName: string | null; lastName: string | null; numberOfOrders: string } | null;
    shippingAddress: { formatted: Array<string>; phone: string | null } | null;
    risk: {
      assessments: Array<{ facts: Array<{ description: string; sentiment: RiskFactSentiment }> }>;
    };
    fulfillments: Array<{
      createdAt: string;
      displayStatus: FulfillmentDisplayStatus | null;
      deliveredAt: string | null;
      location: { name: string } | null;
      trackingInfo: Array<{ company: string | null; number: string | null; url: string | null }>;
    }>;
    fulfillmentOrders: {
      nodes: Array<{
        id: string;
        fulfillmentHolds: Array<{
          displayReason: string;
          reasonNotes: string | null;
          heldByRequestingApp: boolean;
        }>;
      }>;
    };
  } | null;
};

export type ReadOrderForRefundQueryVariables = Exact<{
  id: string;
  everything: boolean;
  lines?: Array<RefundLineItemInput> | RefundLineItemInput | null | undefined;
  shippingAmount?: string | null | undefined;
  duties?: Array<RefundDutyInput> | RefundDutyInput | null | undefined;
}>;

export type ReadOrderForRefundQuery = {
  shop: { ianaTimezone: string };
  order: {
    id: string;
    name: string;
    createdAt: string;
    processedAt: string;
    updatedAt: string;
    cancelledAt: string | null;
    tags: Array<string>;
    sourceName: string | null;
    merchantEditable: boolean;
    displayFinancialStatus: OrderDisplayFinancialStatus | null;
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
    returnStatus: OrderReturnStatus;
    currencyCode: CurrencyCode;
    presentmentCurrencyCode: CurrencyCode;
    taxesIncluded: boolean;
    dutiesIncluded: boolean;
    suggestedRefund: {
      refundLineItems: Array<{
        quantity: number;
        lineItem: { id: string };
        subtotalSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        totalTaxSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
      shipping: {
        amountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      };
      totalDutiesSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
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
    customer: { id: string; tags: Array<string> } | null;
    purchasingEntity: { location: { id: string } } | Record<PropertyKey, never> | null;
    paymentTerms: { id: string } | null;
    displayAddress: { countryCodeV2: CountryCode | null } | null;
    app: { name: string } | null;
    retailLocation: { id: string } | null;
    risk: {
      recommendation: OrderRiskRecommendationResult;
      assessments: Array<{ riskLevel: RiskAssessmentResult }>;
    };
    disputes: Array<{ initiatedAs: DisputeType; status: DisputeStatus }>;
    fulfillments: Array<{
      status: FulfillmentStatus;
      displayStatus: FulfillmentDisplayStatus | null;
      inTransitAt: string | null;
      deliveredAt: string | null;
    }>;
    totalPriceSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    currentTotalPriceSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    totalOutstandingSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    totalTipReceivedSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    totalCashRoundingAdjustment: {
      paymentSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      refundSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    };
    shippingLines: {
      nodes: Array<{
        title: string;
        discountedPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    additionalFees: Array<{
      price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      taxLines: Array<{
        priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
    }>;
    lineItems: {
      nodes: Array<{
        id: string;
        title: string;
        variantTitle: string | null;
        quantity: number;
        currentQuantity: number;
        unfulfilledQuantity: number;
        nonFulfillableQuantity: number;
        isGiftCard: boolean;
        requiresShipping: boolean;
        restockable: boolean;
        image: { url: string } | null;
        customAttributes: Array<{ key: string }>;
        originalUnitPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        discountAllocations: Array<{
          allocatedAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          discountApplication:
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { code: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection };
        }>;
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
        duties: Array<{
          id: string;
          price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
        }>;
        sellingPlan: { sellingPlanId: string | null } | null;
        lineItemGroup: { id: string; title: string } | null;
        product: { id: string; tags: Array<string>; productType: string } | null;
        variant: { inventoryItem: { id: string; tracked: boolean } } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    fulfillmentOrders: {
      nodes: Array<{
        id: string;
        status: FulfillmentOrderStatus;
        requestStatus: FulfillmentOrderRequestStatus;
        assignedLocation: { name: string; location: { id: string } | null };
        deliveryMethod: { methodType: DeliveryMethodType } | null;
        lineItems: {
          nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
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
      errorCode: OrderTransactionErrorCode | null;
      authorizationExpiresAt: string | null;
      paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
      parentTransaction: { id: string } | null;
      amountSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      fees: Array<{
        amount: { amount: string; currencyCode: CurrencyCode };
        taxAmount: { amount: string; currencyCode: CurrencyCode };
      }>;
    }>;
    refunds: Array<{
      id: string;
      createdAt: string | null;
      note: string | null;
      totalRefundedSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      refundLineItems: {
        nodes: Array<{
          quantity: number;
          restockType: RefundLineItemRestockType;
          lineItem: { id: string };
        }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      refundShippingLines: {
        nodes: Array<{
          subtotalAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      duties: Array<{
        amountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        originalDuty: {
          id: string;
          price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
        } | null;
      }> | null;
      transactions: {
        nodes: Array<{ id: string }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    }>;
  } | null;
};

export type ReadOrderHistoryQueryVariables = Exact<{
  first: number;
  filter: string;
  after?: string | null | undefined;
}>;

export type ReadOrderHistoryQuery = {
  shop: { ianaTimezone: string };
  currentAppInstallation: { accessScopes: Array<{ handle: string }> };
  ordersCount: { count: number; precision: CountPrecision } | null;
  orders: {
    nodes: Array<{
      id: string;
      name: string;
      createdAt: string;
      processedAt: string;
      updatedAt: string;
      cancelledAt: string | null;
      tags: Array<string>;
      sourceName: string | null;
      merchantEditable: boolean;
      displayFinancialStatus: OrderDisplayFinancialStatus | null;
      displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
      returnStatus: OrderReturnStatus;
      currencyCode: CurrencyCode;
      presentmentCurrencyCode: CurrencyCode;
      taxesIncluded: boolean;
      dutiesIncluded: boolean;
      cancellation: { staffNote: string | null } | null;
      customer: { id: string; tags: Array<string> } | null;
      purchasingEntity: { location: { id: string } } | Record<PropertyKey, never> | null;
      paymentTerms: { id: string } | null;
      displayAddress: { countryCodeV2: CountryCode | null } | null;
      app: { name: string } | null;
      retailLocation: { id: string } | null;
      risk: {
        recommendation: OrderRiskRecommendationResult;
        assessments: Array<{ riskLevel: RiskAssessmentResult }>;
      };
      disputes: Array<{ initiatedAs: DisputeType; status: DisputeStatus }>;
      fulfillments: Array<{
        status: FulfillmentStatus;
        displayStatus: FulfillmentDisplayStatus | null;
        inTransitAt: string | null;
        deliveredAt: string | null;
      }>;
      totalPriceSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      currentTotalPriceSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      totalOutstandingSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      totalTipReceivedSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      totalCashRoundingAdjustment: {
        paymentSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        refundSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      };
      shippingLines: {
        nodes: Array<{
          title: string;
          discountedPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
        }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      additionalFees: Array<{
        price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
      }>;
      lineItems: {
        nodes: Array<{
          id: string;
          title: string;
          variantTitle: string | null;
          quantity: number;
          currentQuantity: number;
          unfulfilledQuantity: number;
          nonFulfillableQuantity: number;
          isGiftCard: boolean;
          requiresShipping: boolean;
          restockable: boolean;
          image: { url: string } | null;
          customAttributes: Array<{ key: string }>;
          originalUnitPriceSet: {
            presentmentMoney: { amount: string; currencyCode: CurrencyCode };
          };
          discountAllocations: Array<{
            allocatedAmountSet: {
              presentmentMoney: { amount: string; currencyCode: CurrencyCode };
            };
            discountApplication:
              | {
                  title: string;
                  index: number;
                  targetSelection: DiscountApplicationTargetSelection;
                }
              | { code: string; index: number; targetSelection: DiscountApplicationTargetSelection }
              | {
                  title: string;
                  index: number;
                  targetSelection: DiscountApplicationTargetSelection;
                }
              | {
                  title: string;
                  index: number;
                  targetSelection: DiscountApplicationTargetSelection;
                };
          }>;
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
          duties: Array<{
            id: string;
            price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            taxLines: Array<{
              priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            }>;
          }>;
          sellingPlan: { sellingPlanId: string | null } | null;
          lineItemGroup: { id: string; title: string } | null;
          product: { id: string; tags: Array<string>; productType: string } | null;
          variant: { inventoryItem: { id: string; tracked: boolean } } | null;
        }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      fulfillmentOrders: {
        nodes: Array<{
          id: string;
          status: FulfillmentOrderStatus;
          requestStatus: FulfillmentOrderRequestStatus;
          assignedLocation: { name: string; location: { id: string } | null };
          deliveryMethod: { methodType: DeliveryMethodType } | null;
          lineItems: {
            nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
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
        errorCode: OrderTransactionErrorCode | null;
        authorizationExpiresAt: string | null;
        paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
        parentTransaction: { id: string } | null;
        amountSet: {
          presentmentMoney: { amount: string; currencyCode: CurrencyCode };
          shopMoney: { amount: string; currencyCode: CurrencyCode };
        };
        fees: Array<{
          amount: { amount: string; currencyCode: CurrencyCode };
          taxAmount: { amount: string; currencyCode: CurrencyCode };
        }>;
      }>;
      refunds: Array<{
        id: string;
        createdAt: string | null;
        note: string | null;
        totalRefundedSet: {
          presentmentMoney: { amount: string; currencyCode: CurrencyCode };
          shopMoney: { amount: string; currencyCode: CurrencyCode };
        };
        refundLineItems: {
          nodes: Array<{
            quantity: number;
            restockType: RefundLineItemRestockType;
            lineItem: { id: string };
          }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
        refundShippingLines: {
          nodes: Array<{
            subtotalAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
        duties: Array<{
          amountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          originalDuty: {
            id: string;
            price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            taxLines: Array<{
              priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            }>;
          } | null;
        }> | null;
        transactions: {
          nodes: Array<{ id: string }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadOrderIdOfQueryVariables = Exact<{
  fulfillmentOrderId: string;
}>;

export type ReadOrderIdOfQuery = { fulfillmentOrder: { orderId: string } | null };

export type ReadOrderQueryVariables = Exact<{
  id: string;
}>;

export type ReadOrderQuery = {
  shop: { ianaTimezone: string };
  order: {
    id: string;
    name: string;
    createdAt: string;
    processedAt: string;
    updatedAt: string;
    cancelledAt: string | null;
    tags: Array<string>;
    sourceName: string | null;
    merchantEditable: boolean;
    displayFinancialStatus: OrderDisplayFinancialStatus | null;
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
    returnStatus: OrderReturnStatus;
    currencyCode: CurrencyCode;
    presentmentCurrencyCode: CurrencyCode;
    taxesIncluded: boolean;
    dutiesIncluded: boolean;
    cancellation: { staffNote: string | null } | null;
    customer: { id: string; tags: Array<string> } | null;
    purchasingEntity: { location: { id: string } } | Record<PropertyKey, never> | null;
    paymentTerms: { id: string } | null;
    displayAddress: { countryCodeV2: CountryCode | null } | null;
    app: { name: string } | null;
    retailLocation: { id: string } | null;
    risk: {
      recommendation: OrderRiskRecommendationResult;
      assessments: Array<{ riskLevel: RiskAssessmentResult }>;
    };
    disputes: Array<{ initiatedAs: DisputeType; status: DisputeStatus }>;
    fulfillments: Array<{
      status: FulfillmentStatus;
      displayStatus: FulfillmentDisplayStatus | null;
      inTransitAt: string | null;
      deliveredAt: string | null;
    }>;
    totalPriceSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    currentTotalPriceSet: {
      presentmentMoney: { amount: string; currencyCode: CurrencyCode };
      shopMoney: { amount: string; currencyCode: CurrencyCode };
    };
    totalOutstandingSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    totalTipReceivedSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    totalCashRoundingAdjustment: {
      paymentSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      refundSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
    };
    shippingLines: {
      nodes: Array<{
        title: string;
        discountedPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    additionalFees: Array<{
      price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      taxLines: Array<{
        priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
      }>;
    }>;
    lineItems: {
      nodes: Array<{
        id: string;
        title: string;
        variantTitle: string | null;
        quantity: number;
        currentQuantity: number;
        unfulfilledQuantity: number;
        nonFulfillableQuantity: number;
        isGiftCard: boolean;
        requiresShipping: boolean;
        restockable: boolean;
        image: { url: string } | null;
        customAttributes: Array<{ key: string }>;
        originalUnitPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        discountAllocations: Array<{
          allocatedAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          discountApplication:
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { code: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection }
            | { title: string; index: number; targetSelection: DiscountApplicationTargetSelection };
        }>;
        taxLines: Array<{
          priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
        duties: Array<{
          id: string;
          price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
        }>;
        sellingPlan: { sellingPlanId: string | null } | null;
        lineItemGroup: { id: string; title: string } | null;
        product: { id: string; tags: Array<string>; productType: string } | null;
        variant: { inventoryItem: { id: string; tracked: boolean } } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    fulfillmentOrders: {
      nodes: Array<{
        id: string;
        status: FulfillmentOrderStatus;
        requestStatus: FulfillmentOrderRequestStatus;
        assignedLocation: { name: string; location: { id: string } | null };
        deliveryMethod: { methodType: DeliveryMethodType } | null;
        lineItems: {
          nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
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
      errorCode: OrderTransactionErrorCode | null;
      authorizationExpiresAt: string | null;
      paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
      parentTransaction: { id: string } | null;
      amountSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      fees: Array<{
        amount: { amount: string; currencyCode: CurrencyCode };
        taxAmount: { amount: string; currencyCode: CurrencyCode };
      }>;
    }>;
    refunds: Array<{
      id: string;
      createdAt: string | null;
      note: string | null;
      totalRefundedSet: {
        presentmentMoney: { amount: string; currencyCode: CurrencyCode };
        shopMoney: { amount: string; currencyCode: CurrencyCode };
      };
      refundLineItems: {
        nodes: Array<{
          quantity: number;
          restockType: RefundLineItemRestockType;
          lineItem: { id: string };
        }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      refundShippingLines: {
        nodes: Array<{
          subtotalAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      duties: Array<{
        amountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        originalDuty: {
          id: string;
          price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
        } | null;
      }> | null;
      transactions: {
        nodes: Array<{ id: string }>;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    }>;
  } | null;
};

export type ReadOrdersQueryVariables = Exact<{
  ids: Array<string> | string;
}>;

export type ReadOrdersQuery = {
  shop: { ianaTimezone: string };
  nodes: Array<
    | {
        id: string;
        name: string;
        createdAt: string;
        processedAt: string;
        updatedAt: string;
        cancelledAt: string | null;
        tags: Array<string>;
        sourceName: string | null;
        merchantEditable: boolean;
        displayFinancialStatus: OrderDisplayFinancialStatus | null;
        displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
        returnStatus: OrderReturnStatus;
        currencyCode: CurrencyCode;
        presentmentCurrencyCode: CurrencyCode;
        taxesIncluded: boolean;
        dutiesIncluded: boolean;
        cancellation: { staffNote: string | null } | null;
        customer: { id: string; tags: Array<string> } | null;
        purchasingEntity: { location: { id: string } } | Record<PropertyKey, never> | null;
        paymentTerms: { id: string } | null;
        displayAddress: { countryCodeV2: CountryCode | null } | null;
        app: { name: string } | null;
        retailLocation: { id: string } | null;
        risk: {
          recommendation: OrderRiskRecommendationResult;
          assessments: Array<{ riskLevel: RiskAssessmentResult }>;
        };
        disputes: Array<{ initiatedAs: DisputeType; status: DisputeStatus }>;
        fulfillments: Array<{
          status: FulfillmentStatus;
          displayStatus: FulfillmentDisplayStatus | null;
          inTransitAt: string | null;
          deliveredAt: string | null;
        }>;
        totalPriceSet: {
          presentmentMoney: { amount: string; currencyCode: CurrencyCode };
          shopMoney: { amount: string; currencyCode: CurrencyCode };
        };
        currentTotalPriceSet: {
          presentmentMoney: { amount: string; currencyCode: CurrencyCode };
          shopMoney: { amount: string; currencyCode: CurrencyCode };
        };
        totalOutstandingSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        totalTipReceivedSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        totalCashRoundingAdjustment: {
          paymentSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          refundSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        };
        shippingLines: {
          nodes: Array<{
            title: string;
            discountedPriceSet: {
              presentmentMoney: { amount: string; currencyCode: CurrencyCode };
            };
            taxLines: Array<{
              priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            }>;
          }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
        additionalFees: Array<{
          price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          taxLines: Array<{
            priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
          }>;
        }>;
        lineItems: {
          nodes: Array<{
            id: string;
            title: string;
            variantTitle: string | null;
            quantity: number;
            currentQuantity: number;
            unfulfilledQuantity: number;
            nonFulfillableQuantity: number;
            isGiftCard: boolean;
            requiresShipping: boolean;
            restockable: boolean;
            image: { url: string } | null;
            customAttributes: Array<{ key: string }>;
            originalUnitPriceSet: {
              presentmentMoney: { amount: string; currencyCode: CurrencyCode };
            };
            discountAllocations: Array<{
              allocatedAmountSet: {
                presentmentMoney: { amount: string; currencyCode: CurrencyCode };
              };
              discountApplication:
                | {
                    title: string;
                    index: number;
                    targetSelection: DiscountApplicationTargetSelection;
                  }
                | {
                    code: string;
                    index: number;
                    targetSelection: DiscountApplicationTargetSelection;
                  }
                | {
                    title: string;
                    index: number;
                    targetSelection: DiscountApplicationTargetSelection;
                  }
                | {
                    title: string;
                    index: number;
                    targetSelection: DiscountApplicationTargetSelection;
                  };
            }>;
            taxLines: Array<{
              priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            }>;
            duties: Array<{
              id: string;
              price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
              taxLines: Array<{
                priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
              }>;
            }>;
            sellingPlan: { sellingPlanId: string | null } | null;
            lineItemGroup: { id: string; title: string } | null;
            product: { id: string; tags: Array<string>; productType: string } | null;
            variant: { inventoryItem: { id: string; tracked: boolean } } | null;
          }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
        fulfillmentOrders: {
          nodes: Array<{
            id: string;
            status: FulfillmentOrderStatus;
            requestStatus: FulfillmentOrderRequestStatus;
            assignedLocation: { name: string; location: { id: string } | null };
            deliveryMethod: { methodType: DeliveryMethodType } | null;
            lineItems: {
              nodes: Array<{ remainingQuantity: number; lineItem: { id: string } }>;
              pageInfo: { hasNextPage: boolean; endCursor: string | null };
            };
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
          errorCode: OrderTransactionErrorCode | null;
          authorizationExpiresAt: string | null;
          paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
          parentTransaction: { id: string } | null;
          amountSet: {
            presentmentMoney: { amount: string; currencyCode: CurrencyCode };
            shopMoney: { amount: string; currencyCode: CurrencyCode };
          };
          fees: Array<{
            amount: { amount: string; currencyCode: CurrencyCode };
            taxAmount: { amount: string; currencyCode: CurrencyCode };
          }>;
        }>;
        refunds: Array<{
          id: string;
          createdAt: string | null;
          note: string | null;
          totalRefundedSet: {
            presentmentMoney: { amount: string; currencyCode: CurrencyCode };
            shopMoney: { amount: string; currencyCode: CurrencyCode };
          };
          refundLineItems: {
            nodes: Array<{
              quantity: number;
              restockType: RefundLineItemRestockType;
              lineItem: { id: string };
            }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
          refundShippingLines: {
            nodes: Array<{
              subtotalAmountSet: {
                presentmentMoney: { amount: string; currencyCode: CurrencyCode };
              };
              taxAmountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
          duties: Array<{
            amountSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
            originalDuty: {
              id: string;
              price: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
              taxLines: Array<{
                priceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
              }>;
            } | null;
          }> | null;
          transactions: {
            nodes: Array<{ id: string }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }>;
      }
    | Record<PropertyKey, never>
    | null
  >;
};

export type ReadRecipientQueryVariables = Exact<{
  id: string;
}>;

export type ReadRecipientQuery = {
  shop: { name: string; contactEmail: string; primaryDomain: { url: string } };
  order: {
    name: string;
    email: string | null;
    statusPageUrl: string;
    customerLocale: string | null;
    customer: { firstName: string | null } | null;
  } | null;
};

export type ReadRequestedOrderEditsQueryVariables = Exact<{
  id: string;
}>;

export type ReadRequestedOrderEditsQuery = {
  order: {
    requestedOrderEdits: {
      nodes: Array<{
        status: RequestedOrderEditStatus;
        requestedAt: string;
        lineItems: {
          removals: { nodes: Array<{ quantity: number; lineItem: { title: string } }> };
        };
      }>;
    };
  } | null;
};

export type ReadSellingPlansQueryVariables = Exact<{
  ids: Array<string> | string;
}>;

export type ReadSellingPlansQuery = {
  nodes: Array<
    { id: string; category: SellingPlanCategory | null } | Record<PropertyKey, never> | null
  >;
};

export type ReadSnapshotsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;

export type ReadSnapshotsQuery = {
  nodes: Array<
    | {
        id: string;
        name: string;
        email: string | null;
        createdAt: string;
        updatedAt: string;
        cancelledAt: string | null;
        displayFinancialStatus: OrderDisplayFinancialStatus | null;
        displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
        tags: Array<string>;
        totalPriceSet: { presentmentMoney: { amount: string; currencyCode: CurrencyCode } };
        displayAddress: { countryCodeV2: CountryCode | null } | null;
        risk: { assessments: Array<{ riskLevel: RiskAssessmentResult }> };
        customer: { id: string; firstName: string | null; lastName: string | null } | null;
        fulfillmentOrders: { nodes: Array<{ assignedLocation: { name: string } }> };
      }
    | Record<PropertyKey, never>
    | null
  >;
};

export type CollectionIdsFragment = {
  nodes: Array<{ id: string }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type ProbeRefundPermissionMutationVariables = Exact<{ [key: string]: never }>;

export type ProbeRefundPermissionMutation = {
  returnRefund: { userErrors: Array<{ code: ReturnErrorCode | null }> } | null;
};

export type ReadBillingQueryVariables = Exact<{ [key: string]: never }>;

export type ReadBillingQuery = {
  shop: { plan: { publicDisplayName: string; partnerDevelopment: boolean } };
  currentAppInstallation: {
    app: { handle: string | null };
    activeSubscriptions: Array<{
      name: string;
      status: AppSubscriptionStatus;
      test: boolean;
      trialDays: number;
      createdAt: string;
      currentPeriodEnd: string | null;
    }>;
  };
};

export type ReadCollectionTitlesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;

export type ReadCollectionTitlesQuery = {
  nodes: Array<{ id: string; title: string } | Record<PropertyKey, never> | null>;
};

export type ReadCollectionsQueryVariables = Exact<{
  productIds: Array<string> | string;
}>;

export type ReadCollectionsQuery = {
  nodes: Array<
    | {
        id: string;
        collections: {
          nodes: Array<{ id: string }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }
    | Record<PropertyKey, never>
    | null
  >;
};

export type ReadGatewaysQueryVariables = Exact<{ [key: string]: never }>;

export type ReadGatewaysQuery = {
  orders: {
    nodes: Array<{
      transactions: Array<{
        gateway: string | null;
        formattedGateway: string | null;
        paymentDetails: { company: string | null } | Record<PropertyKey, never> | null;
      }>;
    }>;
  };
};

export type ReadInstallationQueryVariables = Exact<{ [key: string]: never }>;

export type ReadInstallationQuery = {
  currentAppInstallation: { accessScopes: Array<{ handle: string }> };
};

export type ReadShopQueryVariables = Exact<{ [key: string]: never }>;

export type ReadShopQuery = {
  shop: {
    name: string;
    contactEmail: string;
    currencyCode: CurrencyCode;
    enabledPresentmentCurrencies: Array<CurrencyCode>;
    ianaTimezone: string;
    primaryDomain: { url: string };
    shopAddress: { countryCodeV2: CountryCode | null };
  };
  shopLocales: Array<{ locale: string; name: string; primary: boolean; published: boolean }>;
  markets: {
    nodes: Array<{
      id: string;
      name: string;
      conditions: {
        regionsCondition: {
          regions: { nodes: Array<{ code: CountryCode; name: string } | { name: string }> };
        } | null;
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadStoreCreditsQueryVariables = Exact<{
  orderId: string;
}>;

export type ReadStoreCreditsQuery = {
  order: {
    customer: {
      id: string;
      storeCreditAccounts: {
        nodes: Array<{
          balance: { currencyCode: CurrencyCode };
          transactions: {
            nodes: Array<
              | {
                  __typename: 'StoreCreditAccountCreditTransaction';
                  createdAt: string;
                  event: StoreCreditSystemEvent;
                  amount: { amount: string; currencyCode: CurrencyCode };
                }
              | {
                  __typename: 'StoreCreditAccountDebitRevertTransaction';
                  createdAt: string;
                  event: StoreCreditSystemEvent;
                  amount: { amount: string; currencyCode: CurrencyCode };
                }
              | {
                  __typename: 'StoreCreditAccountDebitTransaction';
                  createdAt: string;
                  event: StoreCreditSystemEvent;
                  amount: { amount: string; currencyCode: CurrencyCode };
                }
              | {
                  __typename: 'StoreCreditAccountExpirationTransaction';
                  createdAt: string;
                  event: StoreCreditSystemEvent;
                  amount: { amount: string; currencyCode: CurrencyCode };
                }
            >;
          };
        }>;
      };
    } | null;
  } | null;
};

export type SearchCollectionsQueryVariables = Exact<{
  filter?: string | null | undefined;
}>;

export type SearchCollectionsQuery = {
  collections: { nodes: Array<{ id: string; title: string }> };
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

export type AdjustStockMutationVariables = Exact<{
  input: InventoryAdjustQuantitiesInput;
  key: string;
}>;

export type AdjustStockMutation = {
  inventoryAdjustQuantities: {
    userErrors: Array<{ code: InventoryAdjustQuantitiesUserErrorCode | null; message: string }>;
  } | null;
};

export type DeactivateGiftCardMutationVariables = Exact<{
  id: string;
}>;

export type DeactivateGiftCardMutation = {
  giftCardDeactivate: {
    userErrors: Array<{ code: GiftCardDeactivateUserErrorCode | null; message: string }>;
  } | null;
};

export type BeginOrderEditMutationVariables = Exact<{
  orderId: string;
}>;

export type BeginOrderEditMutation = {
  orderEditBegin: {
    calculatedOrder: { id: string } | null;
    userErrors: Array<{ message: string }>;
  } | null;
};

export type SetEditedQuantityMutationVariables = Exact<{
  id: string;
  lineItemId: string;
  quantity: number;
  restock: boolean;
}>;

export type SetEditedQuantityMutation = {
  orderEditSetQuantity: { userErrors: Array<{ message: string }> } | null;
};

export type CommitOrderEditMutationVariables = Exact<{
  id: string;
  notifyCustomer: boolean;
  staffNote: string;
}>;

export type CommitOrderEditMutation = {
  orderEditCommit: { userErrors: Array<{ message: string }> } | null;
};

export type SendFlowTriggerMutationVariables = Exact<{
  handle: string;
  payload: unknown;
}>;

export type SendFlowTriggerMutation = {
  flowTriggerReceive: { userErrors: Array<{ message: string }> } | null;
};

export type CreditStoreCreditMutationVariables = Exact<{
  customerId: string;
  amount: MoneyInput;
}>;

export type CreditStoreCreditMutation = {
  storeCreditAccountCredit: {
    storeCreditAccountTransaction: { id: string } | null;
    userErrors: Array<{
      code: StoreCreditAccountCreditUserErrorCode | null;
      field: Array<string> | null;
      message: string;
    }>;
  } | null;
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
