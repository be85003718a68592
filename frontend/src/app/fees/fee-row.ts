import type { FeeDossier, FeePayment } from '#contract/fees';

/** A line of the list: a payment of a dossier, or a dossier with its account. */
export interface FeeRow {
  /** Of the line: a dossier pays more than once. */
  readonly id: string;
  readonly dossier: FeeDossier | FeePayment;
  readonly payment: FeePayment['payment'] | undefined;
}

export const paymentRow = (dossier: FeePayment): FeeRow => ({
  id: `${dossier.id}/${dossier.payment.version}`,
  dossier,
  payment: dossier.payment,
});

export const dossierRow = (dossier: FeeDossier): FeeRow => ({
  id: dossier.id,
  dossier,
  payment: undefined,
});

export const codeOf = ({ officialCode, code }: FeeDossier | FeePayment): string =>
  officialCode ?? code;
