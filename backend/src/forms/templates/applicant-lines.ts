import type { Block } from '../layout/template.ts';

/** How every form names whose dossier it is. */
export const applicantLines: readonly Block[] = [
  { kind: 'line', label: 'Địa chỉ', value: '{applicant.address}' },
  { kind: 'line', label: 'Số điện thoại', value: '{applicant.phone}' },
  { kind: 'line', label: 'Email', value: '{applicant.email}', optional: true, mayLeave: true },
];
