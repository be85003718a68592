import { entriesOf } from './entry.ts';

const entry = entriesOf({ field: 'Người có công' });

export const MERIT = [
  entry('1.010803', 'Giải quyết chế độ trợ cấp thờ cúng liệt sĩ'),
  entry('1.010833', 'Cấp giấy xác nhận thân nhân của người có công'),
  entry('2.002307', 'Giải quyết chế độ mai táng phí đối với cựu chiến binh'),
  entry('2.002308', 'Giải quyết chế độ mai táng phí đối với thanh niên xung phong'),
];
