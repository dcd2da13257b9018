/** What a resolver knows about the call it serves, and the shapes it may be given as a source. */
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { BulkOperation } from '../world/bulk/bulk-operations.ts';
import type { AppSubscription, Installation } from '../world/contracts/contract.ts';
import type { Job } from '../world/jobs.ts';
import type { Kernel } from '../world/kernel.ts';
import type {
  Actor,
  Collection,
  Company,
  CompanyContact,
  Customer,
  Fulfillment,
  FulfillmentEvent,
  FulfillmentHold,
  FulfillmentOrder,
  FulfillmentOrderLine,
  FulfillmentService,
  GiftCard,
  InventoryItem,
  InventoryLevel,
  LineItem,
  Location,
  Market,
  Metafield,
  MetafieldDefinition,
  Minor,
  Order,
  Product,
  Refund,
  RestockType,
  Return,
  SellingPlan,
  ShippingLabel,
  Shop,
  StaffMember,
  StoreCreditAccount,
  StoreCreditMovement,
  Transaction,
  Variant,
  RequestedOrderEdit,
} from '../world/model.ts';
import type { EditSession } from '../world/orders/edit-book.ts';

/** A document with the one operation in it that is run. */
export interface Runnable {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface Context {
  readonly kernel: Kernel;
  readonly shop: Shop;
  readonly installation: Installation;
  /** What the caller's token opens. */
  readonly scopes: readonly string[];
  /** The member of staff in whose name an online token calls; null for an offline one. */
  readonly staff: StaffMember | null;
  readonly actor: Actor;
  /** The `@idempotent(key:)` of the root field being executed. */
  readonly idempotencyKey: (responseKey: string) => string | null;
  /** How long the carrier will hold the answer back. */
  readonly answerDelayMs: number;
  readonly schema: GraphQLSchema;
  /** Connections come whole: this runs as part of a bulk operation. */
  readonly isBulk: boolean;
  /** Runs another document in the caller's name, as a bulk operation does: it costs nothing. */
  readonly runInBulk: (
    runnable: Runnable,
    variables: Readonly<Record<string, unknown>>,
  ) => ExecutionResult;
}

interface StoreCreditTransaction<Kind extends string> {
  readonly kind: Kind;
  readonly customer: Customer;
  readonly account: StoreCreditAccount;
  readonly movement: StoreCreditMovement;
}

/**
 * Every simulated object type with the value its resolvers work on. `kind` is the GraphQL type's
 * name, by which abstract types are told apart.
 */
export interface Sources {
  Shop: Shop;
  Order: Order;
  Customer: Customer;
  Location: Location;
  Product: Product;
  ProductVariant: Variant;
  Collection: Collection;
  SellingPlan: SellingPlan;
  Market: Market;
  GiftCard: GiftCard;
  InventoryItem: InventoryItem;
  FulfillmentService: FulfillmentService;
  Company: Company;
  CompanyLocation: { readonly kind: 'CompanyLocation'; readonly company: Company };
  CompanyContact: { readonly kind: 'CompanyContact'; readonly contact: CompanyContact };
  LineItem: { readonly kind: 'LineItem'; readonly order: Order; readonly line: LineItem };
  OrderTransaction: {
    readonly kind: 'OrderTransaction';
    readonly order: Order;
    readonly transaction: Transaction;
  };
  Refund: { readonly kind: 'Refund'; readonly order: Order; readonly refund: Refund };
  RefundLineItem: {
    readonly kind: 'RefundLineItem';
    readonly order: Order;
    readonly line: LineItem;
    readonly id: number | null;
    readonly quantity: number;
    readonly restockType: RestockType;
    readonly restocked: boolean;
    readonly locationId: number | null;
    readonly net: Minor;
    readonly tax: Minor;
  };
  FulfillmentOrder: {
    readonly kind: 'FulfillmentOrder';
    readonly order: Order;
    readonly work: FulfillmentOrder;
  };
  FulfillmentOrderLineItem: {
    readonly kind: 'FulfillmentOrderLineItem';
    readonly order: Order;
    readonly unit: FulfillmentOrderLine;
  };
  FulfillmentHold: { readonly kind: 'FulfillmentHold'; readonly hold: FulfillmentHold };
  Fulfillment: {
    readonly kind: 'Fulfillment';
    readonly order: Order;
    readonly fulfillment: Fulfillment;
  };
  FulfillmentEvent: { readonly kind: 'FulfillmentEvent'; readonly event: FulfillmentEvent };
  ShippingLabel: {
    readonly kind: 'ShippingLabel';
    readonly fulfillment: Fulfillment;
    readonly label: ShippingLabel;
  };
  InventoryLevel: {
    readonly kind: 'InventoryLevel';
    readonly item: InventoryItem;
    readonly level: InventoryLevel;
  };
  Return: { readonly kind: 'Return'; readonly order: Order; readonly opened: Return };
  Metafield: {
    readonly kind: 'Metafield';
    readonly order: Order;
    readonly metafield: Metafield;
  };
  MetafieldDefinition: MetafieldDefinition;
  StoreCreditAccount: {
    readonly kind: 'StoreCreditAccount';
    readonly customer: Customer;
    readonly account: StoreCreditAccount;
  };
  StoreCreditAccountCreditTransaction: StoreCreditTransaction<'StoreCreditAccountCreditTransaction'>;
  StoreCreditAccountDebitTransaction: StoreCreditTransaction<'StoreCreditAccountDebitTransaction'>;
  App: {
    readonly kind: 'App';
    readonly id: number;
    readonly title: string;
    readonly installation: Installation | null;
  };
  AppInstallation: { readonly kind: 'AppInstallation'; readonly installation: Installation };
  AppSubscription: AppSubscription;
  BulkOperation: BulkOperation;
  Job: { readonly kind: 'Job'; readonly job: Job };
  OrderCancelJobResult: { readonly kind: 'OrderCancelJobResult'; readonly job: Job };
  CalculatedOrder: {
    readonly kind: 'CalculatedOrder';
    readonly order: Order;
    readonly session: EditSession;
  };
  CalculatedLineItem: {
    readonly kind: 'CalculatedLineItem';
    readonly order: Order;
    readonly line: LineItem;
    readonly session: EditSession;
  };
  OrderEditSession: { readonly kind: 'OrderEditSession'; readonly session: EditSession };
  RequestedOrderEdit: {
    readonly kind: 'RequestedOrderEdit';
    readonly order: Order;
    readonly edit: RequestedOrderEdit;
  };
  QueryRoot: null;
  Mutation: null;
}

/**
 * The resolvers of one type: each declares the arguments it reads; the schema has checked them.
 * `responseKey` is the field's name in the answer: its alias, if it has one.
 */
export type TypeResolvers<T extends keyof Sources> = Readonly<
  Record<
    string,
    (source: Sources[T], args: never, context: Context, responseKey: string) => unknown
  >
>;
