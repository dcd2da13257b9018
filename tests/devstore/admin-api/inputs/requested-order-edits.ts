/**
 * `RequestedOrderEdit` belongs to API 2026-10 but is not in the packed schema, which was made three
 * days before the release. Its documented parts are added here.
 * Source: https://shopify.dev/changelog/new-apis-for-buyer-requested-order-edits
 */
import { extendSchema, parse, type GraphQLSchema } from 'graphql';

const EXTENSION = parse(`
  enum RequestedOrderEditStatus { REQUESTED RESOLVED DECLINED }

  type RequestedOrderEdit implements Node {
    id: ID!
    order: Order!
    status: RequestedOrderEditStatus!
    createdAt: DateTime!
    updatedAt: DateTime!
    requestedAt: DateTime!
    requestResolvedAt: DateTime
    requestDeclinedAt: DateTime
    lineItems(first: Int, last: Int, after: String, before: String, reverse: Boolean = false): RequestedOrderEditLineItemConnection!
  }

  type RequestedOrderEditLineItem { id: ID! lineItem: LineItem! quantity: Int! }
  type RequestedOrderEditLineItemEdge { cursor: String! node: RequestedOrderEditLineItem! }
  type RequestedOrderEditLineItemConnection {
    edges: [RequestedOrderEditLineItemEdge!]!
    nodes: [RequestedOrderEditLineItem!]!
    pageInfo: PageInfo!
  }
  type RequestedOrderEditEdge { cursor: String! node: RequestedOrderEdit! }
  type RequestedOrderEditConnection {
    edges: [RequestedOrderEditEdge!]!
    nodes: [RequestedOrderEdit!]!
    pageInfo: PageInfo!
  }

  input RequestedOrderEditResolveInput { id: ID! }
  input RequestedOrderEditDeclineInput { id: ID! declineNote: String }
  type RequestedOrderEditResolvePayload {
    requestedOrderEdit: RequestedOrderEdit
    userErrors: [UserError!]!
  }
  type RequestedOrderEditDeclinePayload {
    requestedOrderEdit: RequestedOrderEdit
    userErrors: [UserError!]!
  }

  extend type Order {
    displayRequestedEditStatus: RequestedOrderEditStatus
    requestedOrderEdits(first: Int, last: Int, after: String, before: String, reverse: Boolean = false): RequestedOrderEditConnection!
  }
  extend type Mutation {
    requestedOrderEditResolve(input: RequestedOrderEditResolveInput!): RequestedOrderEditResolvePayload
    requestedOrderEditDecline(input: RequestedOrderEditDeclineInput!): RequestedOrderEditDeclinePayload
  }
`);

export function withRequestedOrderEdits(schema: GraphQLSchema): GraphQLSchema {
  return schema.getType('RequestedOrderEdit') === undefined
    ? extendSchema(schema, EXTENSION, { assumeValid: true })
    : schema;
}
