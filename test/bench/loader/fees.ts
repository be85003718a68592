const TYPES = `('feeCharged', 'paymentRequested', 'feePaid', 'paymentReceived')`;

// An amendment reaches back, and what is asked for on the way depends on what was paid before it: only then does the
// order of the events say more than their sum.
const IN_ORDER = `('paymentRequested', 'corrected', 'voided')`;

const ENTRIES = `insert into fee_entry (unit_id, dossier_id, version, kind, amount, method, occurred_at,
    actor_kind, actor_id, source)
  select unit_id, dossier_id, version, case type when 'feeCharged' then 'charge' else 'payment' end,
    (payload -> 'amount')::bigint, case when type <> 'feeCharged' then payload ->> 'method' end,
    occurred_at, actor ->> 'kind', actor ->> 'id', source
  from (select *, bool_or(type in ${IN_ORDER}) over (partition by unit_id, dossier_id) as in_order
    from dossier_event where type in ${TYPES} or type in ${IN_ORDER}) as told
  where not in_order and type in ${TYPES}`;

const ACCOUNTS = `insert into fee_account (unit_id, dossier_id, charged, paid, standing, last_at)
  select unit_id, dossier_id, owed, paid,
    case when owed > paid then case when paid > 0 then 'partly' else 'owing' end
      when owed < paid then 'overpaid' when owed > 0 then 'settled'
      when is_untold then 'untold' else 'exempt' end, last_at
  from (select *, case when not is_charged or (charged = 0 and is_untold) then paid else charged end as owed
    from (select unit_id, dossier_id, coalesce(sum(amount) filter (where kind = 'charge'), 0) as charged,
        coalesce(sum(amount) filter (where kind = 'payment'), 0) as paid,
        bool_or(kind = 'charge') as is_charged,
        bool_or(source is not null and amount = 0) as is_untold, max(occurred_at) as last_at
      from fee_entry group by unit_id, dossier_id) as summed) as told`;

const IN_TURN = `select tell_fees(unit_id, dossier_id) from (select distinct unit_id, dossier_id
    from dossier_event where type in ${IN_ORDER}) as told`;

/**
 * The trigger that keeps the books of fees sleeps while dossiers are copied in. Told as the product tells them,
 * dossier by dossier, the books of a quarter of a million take minutes.
 */
export const FEES = [
  ENTRIES,
  ACCOUNTS,
  'analyze fee_entry, fee_account',
  // The plan made for empty tables would read all of them again for every dossier.
  'set enable_seqscan = off',
  IN_TURN,
  'reset enable_seqscan',
  'analyze fee_entry, fee_account',
] as const;
