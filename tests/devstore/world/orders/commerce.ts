/** The acts of people, 3PLs and other apps: finds what they name and hands it to the part that acts. */
import type { Commerce } from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import { cancelErrors, startCancel } from './cancel.ts';
import { exchange } from './exchange.ts';
import { fulfillmentActs } from '../fulfillment/fulfillment-acts.ts';
import { assessRisk, providerOf, replaceRisk } from './annotations/risk-assessments.ts';
import { issueGiftCard } from '../money/gift-cards.ts';
import type { Kernel } from '../kernel.ts';
import { note } from '../kernel.ts';
import { found, lineOf, orderOf, shopOf, transactionOf } from '../lookup.ts';
import type { Actor, Order, RiskAssessment, Shop, ShopDomain } from '../model.ts';
import { allocateRefund, returnRefund, settleRefund } from '../money/money-back.ts';
import { commitEdit } from './order-edit.ts';
import { isPendingPayment } from './order-status.ts';
import * as totals from './order-totals.ts';
import {
  canMarkAsPaid,
  capturePayment,
  expireAuthorization,
  markAsPaid,
  receivePayment,
  settlePayment,
} from '../money/payments.ts';
import { placeOrder } from './place-order.ts';
import { publishOrder } from '../delivery/publish.ts';
import { answerRequestedEdit, requestOrderEdit } from './annotations/requested-edits.ts';
import { refundErrors } from '../money/refund-errors.ts';
import { createRefund } from '../money/refunds.ts';
import { suggestRefund } from '../money/suggested-refund.ts';
import * as setup from '../shop/shop-setup.ts';

const STAFF: Actor = { kind: 'staff', name: 'Store staff' };

export function createCommerce(kernel: Kernel): Commerce {
  const at = (domain: ShopDomain, orderId: number): [Shop, Order] => {
    const shop = shopOf(kernel, domain);
    return [shop, orderOf(shop, orderId)];
  };

  return {
    openShop: (spec) => setup.openShop(kernel, spec),
    addLocation: (shop, spec) => setup.addLocation(kernel, shopOf(kernel, shop), spec),
    addFulfillmentService: (shop, spec) =>
      setup.addFulfillmentService(kernel, shopOf(kernel, shop), spec),
    setFulfillmentServiceHabit(shop, handle, habit) {
      const service = shopOf(kernel, shop).fulfillmentServices.get(handle);
      Object.assign(found(service, `fulfillment service ${handle}`), habit);
    },
    addGateway: (shop, gateway) =>
      void shopOf(kernel, shop).gateways.set(gateway.name, { ...gateway }),
    addCollection: (shop, spec) => setup.addCollection(kernel, shopOf(kernel, shop), spec),
    changePlan: (shop, plan) => setup.changePlan(kernel, shopOf(kernel, shop), plan),
    addPage: (shop, spec) => setup.addPage(kernel, shopOf(kernel, shop), spec),
    addSellingPlan: (shop, spec) => setup.addSellingPlan(kernel, shopOf(kernel, shop), spec),
    addMarket: (shop, spec) => setup.addMarket(kernel, shopOf(kernel, shop), spec),
    addProduct: (shop, spec) => setup.addProduct(kernel, shopOf(kernel, shop), spec),
    addCustomer: (shop, spec) => setup.addCustomer(kernel, shopOf(kernel, shop), spec),
    addCompany: (shop, spec) => setup.addCompany(kernel, shopOf(kernel, shop), spec),
    issueGiftCard: (shop, spec) => issueGiftCard(kernel, shopOf(kernel, shop), spec),
    setSelfServeCancellations(shop, on) {
      shopOf(kernel, shop).selfServeCancellations = on;
    },
    deactivateLocation(shop, locationId) {
      const location = shopOf(kernel, shop).locations.get(locationId);
      found(location, `location ${locationId}`).active = false;
    },
    setStock: (shop, item, location, available) =>
      setup.setStock(kernel, shopOf(kernel, shop), item, location, available),

    placeOrder: (shop, spec) => placeOrder(kernel, shopOf(kernel, shop), spec),
    capture(domain, orderId, amount) {
      const [shop, order] = at(domain, orderId);
      const holding = order.transactions
        .map((parent) => ({ parent, limit: totals.capturable(order, parent) }))
        .filter(({ limit }) => limit > 0);
      const wanted = amount ?? totals.totalCapturable(order);
      if (wanted > totals.totalCapturable(order) || holding.length === 0) {
        throw new CommerceRefusal('There is not that much authorized.');
      }
      return allocateRefund(wanted, holding).map(({ payment, amount: part }) =>
        capturePayment(kernel, shop, order, payment.parent, part, STAFF),
      );
    },
    markAsPaid(domain, orderId) {
      const [shop, order] = at(domain, orderId);
      if (!canMarkAsPaid(order)) throw new CommerceRefusal('Order cannot be marked as paid.');
      markAsPaid(kernel, shop, order, STAFF);
    },
    receivePayment(domain, orderId, { gateway, amount }) {
      const [shop, order] = at(domain, orderId);
      return receivePayment(kernel, shop, order, gateway, amount, { kind: 'customer' });
    },
    settlePendingPayment(domain, orderId, outcome) {
      const [shop, order] = at(domain, orderId);
      for (const pending of pendingPayments(order))
        settlePayment(kernel, shop, order, pending, outcome);
    },
    expireAuthorization(domain, orderId) {
      const [shop, order] = at(domain, orderId);
      for (const transaction of order.transactions)
        expireAuthorization(kernel, shop, order, transaction);
    },
    settlePendingRefund(domain, orderId, transactionId, outcome) {
      const [shop, order] = at(domain, orderId);
      settleRefund(kernel, shop, order, transactionOf(order, transactionId), outcome);
    },
    returnRefund(domain, orderId, transactionId) {
      const [shop, order] = at(domain, orderId);
      const refund = transactionOf(order, transactionId);
      returnRefund(kernel, shop, order, refund, 'PAYMENT_PROVIDER_ERROR');
    },

    ...fulfillmentActs(kernel),

    cancelInAdmin(domain, orderId, o = {}) {
      const [shop, order] = at(domain, orderId);
      const request = {
        reason: o.reason ?? 'OTHER',
        restock: o.restock ?? true,
        refund: (o.refund ?? true) ? 'original' : 'none',
        notifyCustomer: o.notifyCustomer ?? false,
        staffNote: o.staffNote ?? null,
        actor: { kind: 'staff', name: o.by ?? 'Store staff' },
      } as const;
      const [error] = cancelErrors(kernel, shop, order, request);
      if (error !== undefined) throw new CommerceRefusal(error.message);
      startCancel(kernel, shop, order, request);
    },
    refundInAdmin(domain, orderId, o) {
      const [shop, order] = at(domain, orderId);
      const lines = (o.lines ?? []).map((line) => ({ ...line, locationId: null }));
      const wishes = { lines, shipping: null, duties: [] };
      const suggested = suggestRefund(order, wishes, {
        full: false,
        allocation: 'ORIGINAL_PAYMENT_METHODS',
      });
      const payments = order.transactions.map((parent) => ({
        parent,
        limit: totals.refundableOf(order, parent),
      }));
      const request = {
        ...wishes,
        note: null,
        notify: o.notifyCustomer ?? false,
        currency: order.presentmentCurrency,
        transactions: allocateRefund(o.amount ?? suggested.amount, payments).map((part) => ({
          parentId: part.payment.parent.id,
          kind: 'REFUND',
          amount: part.amount,
        })),
        storeCredit: [],
        allowOverRefunding: false,
        discrepancyReason: 'REFUND_DISCREPANCY' as const,
        idempotencyKey: null,
        actor: STAFF,
      };
      const [error] = refundErrors(shop, order, request);
      if (error !== undefined) throw new CommerceRefusal(error.message);
      createRefund(kernel, shop, order, request);
    },
    editOrder(domain, orderId, changes) {
      const [shop, order] = at(domain, orderId);
      commitEdit(kernel, shop, order, changes, {
        actor: STAFF,
        notifyCustomer: false,
        staffNote: null,
      });
    },
    openReturn(domain, orderId, lines) {
      const [shop, order] = at(domain, orderId);
      for (const { lineItemId, quantity } of lines) {
        if (quantity > lineOf(order, lineItemId).fulfilledQuantity) {
          throw new CommerceRefusal('Only fulfilled units can be returned.');
        }
      }
      const opened = {
        id: kernel.nextId(),
        name: `${order.name}-R${order.returns.length + 1}`,
        status: 'OPEN' as const,
        lines,
        createdAt: kernel.now(),
      };
      order.returns.push(opened);
      note(kernel, order, STAFF, `Return ${opened.name} was opened.`);
      publishOrder(kernel, shop, order);
      return opened;
    },
    closeReturn(domain, orderId, returnId) {
      const [shop, order] = at(domain, orderId);
      found(
        order.returns.find((candidate) => candidate.id === returnId),
        `return ${returnId}`,
      ).status = 'CLOSED';
      publishOrder(kernel, shop, order);
    },
    exchange(domain, orderId, wanted) {
      const [shop, order] = at(domain, orderId);
      return exchange(kernel, shop, order, wanted, STAFF);
    },
    openDispute(domain, orderId, type) {
      const [shop, order] = at(domain, orderId);
      order.disputes.push({ id: kernel.nextId(), type, status: 'NEEDS_RESPONSE' });
      note(kernel, order, { kind: 'gateway', name: 'shopify_payments' }, 'A dispute was opened.');
      publishOrder(kernel, shop, order);
    },
    moveDispute(domain, orderId, status) {
      const [shop, order] = at(domain, orderId);
      found(order.disputes.at(-1), `dispute about ${order.name}`).status = status;
      note(kernel, order, { kind: 'gateway', name: 'shopify_payments' }, 'A dispute moved on.');
      publishOrder(kernel, shop, order);
    },
    setRisk(domain, orderId, assessments) {
      replaceRisk(kernel, ...at(domain, orderId), assessments);
    },
    assessRisk(domain, orderId, assessment) {
      assessRisk(kernel, ...at(domain, orderId), assessment, assessorOf(assessment));
    },
    addTags(domain, orderId, tags) {
      const [shop, order] = at(domain, orderId);
      order.tags = [...new Set([...order.tags, ...tags])];
      publishOrder(kernel, shop, order);
    },
    closeOrder(domain, orderId) {
      const [shop, order] = at(domain, orderId);
      order.closedAt ??= kernel.now();
      publishOrder(kernel, shop, order);
    },
    deleteOrder(domain, orderId) {
      const [shop, order] = at(domain, orderId);
      shop.orders.delete(order.id);
      kernel.ledger.append({
        kind: 'order.deleted',
        ...{ shop: domain, orderId: order.id },
        actor: { kind: 'staff', name: 'Store staff' },
      });
      kernel.events.emit(shop, 'orders/delete', order.id, () => ({ id: order.id }));
    },
    requestOrderEdit(domain, orderId, lines) {
      const [shop, order] = at(domain, orderId);
      return requestOrderEdit(kernel, shop, order, lines, { kind: 'customer' });
    },
    answerOrderEdit(domain, orderId, editId, decision, text) {
      const [shop, order] = at(domain, orderId);
      const edit = found(
        order.requestedEdits.find(({ id }) => id === editId),
        `request ${editId}`,
      );
      const answer =
        decision === 'resolve'
          ? { decision: 'resolve' as const }
          : { decision: 'decline' as const, note: text ?? null };
      answerRequestedEdit(kernel, shop, order, edit, answer, STAFF);
    },
  };
}

function assessorOf(assessment: RiskAssessment): Actor {
  const appId = providerOf(assessment);
  return appId === null
    ? { kind: 'platform' }
    : { kind: 'app', appId, title: assessment.provider ?? '' };
}

function pendingPayments(order: Order) {
  const pending = order.transactions.filter(isPendingPayment);
  if (pending.length === 0) throw new CommerceRefusal('No payment is pending.');
  return pending;
}
