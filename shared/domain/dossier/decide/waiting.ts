import { accepted, refused } from '../../kernel/index.ts';
import { amountRefusal } from './fees.ts';
import type { Decider } from './happening.ts';

export const proposeSupplement: Decider<'propose-supplement'> = ({ items, reason }) =>
  accepted([{ type: 'supplementProposed', payload: {}, texts: { items, reason } }]);

export const requestSupplement: Decider<'request-supplement'> = (body, { occurrence }) => {
  const { items, reason, respondBy } = body;
  if (respondBy !== undefined && respondBy <= occurrence.occurredAt) {
    return refused('respond-by-not-later', { respondBy });
  }
  return accepted([
    {
      type: 'supplementRequested',
      payload: respondBy === undefined ? {} : { respondBy },
      texts: { items, reason },
    },
  ]);
};

export const submitSupplement: Decider<'submit-supplement'> = (_body, { office }) =>
  accepted([
    { type: 'supplementSubmitted', payload: { endsWait: office.unit.restartAt === 'submitted' } },
  ]);

export const receiveSupplement: Decider<'receive-supplement'> = () =>
  accepted([{ type: 'supplementReceived', payload: {} }]);

export const expireSupplement: Decider<'expire-supplement'> = () =>
  accepted([{ type: 'supplementExpired', payload: {} }]);

export const requestPayment: Decider<'request-payment'> = (body) =>
  amountRefusal(body.amount) ?? accepted([{ type: 'paymentRequested', payload: body }]);

export const receivePayment: Decider<'receive-payment'> = (body) =>
  amountRefusal(body.amount) ?? accepted([{ type: 'paymentReceived', payload: body }]);

export const hold: Decider<'hold'> = ({ basisCode, reason }, { office }) =>
  office.unit.holdBases.includes(basisCode)
    ? accepted([{ type: 'held', payload: { basisCode }, texts: { reason } }])
    : refused('unknown-basis', { basisCode });

export const resume: Decider<'resume'> = () => accepted([{ type: 'resumed', payload: {} }]);
