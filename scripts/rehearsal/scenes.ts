import type { Scene, Step } from 'devstore/recordings';

/*
 * What could not be learnt from documentation or recordings, asked one by one. Every order is a test order of two
 * units at 10.00 each, tagged, and deleted afterwards.
 */

/** By which orders of a rehearsal are found again, whatever became of it. */
export const REHEARSAL_TAG = 'unorder-rehearsal';
/** Nobody has it: https://www.rfc-editor.org/rfc/rfc2606 */
const NOBODYS_ADDRESS = 'rehearsal@example.com';

const money = (amount: string) => ({ shopMoney: { amount, currencyCode: '{{currency}}' } });

const create = (payment: 'SALE' | 'AUTHORIZATION' | null, more = {}): Step => ({
  do: 'call',
  by: 'app',
  document: 'Create',
  variables: {
    order: {
      lineItems: [
        {
          variantId: '{{variant}}',
          quantity: 2,
          priceSet: money('10.00'),
          // Nothing that an app brings in is shipped unless it says so.
          requiresShipping: true,
        },
      ],
      transactions:
        payment === null
          ? []
          : [
              {
                kind: payment,
                status: 'SUCCESS',
                gateway: 'bogus',
                test: true,
                amountSet: money('20.00'),
              },
            ],
      tags: [REHEARSAL_TAG],
      test: true,
      ...more,
    },
    options: { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY' },
  },
  keep: {
    order: 'orderCreate.order.id',
    line: 'orderCreate.order.lineItems.nodes.0.id',
    work: 'orderCreate.order.fulfillmentOrders.nodes.0.id',
    ...(payment === null ? {} : { payment: 'orderCreate.order.transactions.0.id' }),
  },
});

const cancel = (refundsPayment: boolean): Step[] => [
  {
    do: 'call',
    by: 'app',
    document: 'Cancel',
    variables: {
      order: '{{order}}',
      reason: 'CUSTOMER',
      restock: true,
      staffNote: 'Rehearsal',
      ...(refundsPayment ? { refundMethod: { originalPaymentMethodsRefund: true } } : {}),
    },
    keep: { job: 'orderCancel.jobResult.id' },
  },
  {
    do: 'watch',
    document: 'LookAtCancel',
    variables: {
      order: '{{order}}',
      item: '{{item}}',
      location: '{{location}}',
      job: '{{job}}',
    },
    until: 'job.done',
  },
];

const look: Step = {
  do: 'watch',
  document: 'Look',
  variables: { order: '{{order}}', item: '{{item}}', location: '{{location}}' },
};

const refund = (key: string, input: object): Step => ({
  do: 'call',
  by: 'app',
  document: 'Refund',
  variables: { key, input: { orderId: '{{order}}', notify: false, ...input } },
});

const unitOff = (more: object) =>
  refund('{{key}}', {
    refundLineItems: [{ lineItemId: '{{line}}', quantity: 1, restockType: 'CANCEL', ...more }],
    transactions: [
      {
        orderId: '{{order}}',
        parentId: '{{payment}}',
        kind: 'REFUND',
        gateway: 'bogus',
        amount: '10.00',
      },
    ],
  });

export const SCENES: readonly Scene[] = [
  {
    name: 'paid',
    asks: 'In which stages does a cancel of a paid order show, how far apart, and when does the note come?',
    steps: [create('SALE'), look, ...cancel(true)],
  },
  {
    name: 'unrefunded',
    asks: 'What does an order owe that was cancelled without a refund?',
    steps: [create('SALE'), look, ...cancel(false)],
  },
  {
    name: 'authorized',
    asks: 'Is the authorization voided with the cancel, and of which amount is the void?',
    steps: [create('AUTHORIZATION'), look, ...cancel(true)],
  },
  {
    name: 'partly_refunded',
    asks: 'What does a cancel give back of an order of which a part was refunded before?',
    steps: [
      create('SALE'),
      refund('{{key}}', {
        transactions: [
          {
            orderId: '{{order}}',
            parentId: '{{payment}}',
            kind: 'REFUND',
            gateway: 'bogus',
            amount: '5.00',
          },
        ],
      }),
      look,
      ...cancel(true),
    ],
  },
  {
    name: 'held_by_another_app',
    asks: 'Can an order be cancelled whose work another app holds, and what becomes of the hold?',
    steps: [
      create('SALE'),
      {
        do: 'call',
        by: 'other_app',
        document: 'Hold',
        variables: { work: '{{work}}', hold: { reason: 'OTHER', handle: 'rehearsal' } },
      },
      look,
      ...cancel(true),
    ],
  },
  {
    name: 'line_with_location',
    asks: 'Does a refund with CANCEL and a location take the unit off the order, its work, and back to stock there?',
    steps: [create('SALE'), look, unitOff({ locationId: '{{location}}' }), look],
  },
  {
    name: 'line_without_location',
    asks: 'Does a refund with CANCEL and no location do the same, and where does the unit go?',
    steps: [create('SALE'), look, unitOff({}), look],
  },
  {
    name: 'edit_with_notification',
    asks: 'Which mail does an edit send that leaves a balance, when the customer is to be told?',
    steps: [
      create(null, { email: NOBODYS_ADDRESS }),
      look,
      {
        do: 'call',
        by: 'app',
        document: 'BeginEdit',
        variables: { order: '{{order}}' },
        keep: { edit: 'orderEditBegin.calculatedOrder.id' },
      },
      {
        do: 'call',
        by: 'app',
        document: 'SetQuantity',
        variables: { edit: '{{edit}}', line: '{{line}}', quantity: 1 },
      },
      { do: 'call', by: 'app', document: 'CommitEdit', variables: { edit: '{{edit}}' } },
      look,
    ],
  },
];
