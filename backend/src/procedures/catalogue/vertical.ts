import { entriesOf, workingDays } from './entry.ts';

/** *Ngành dọc*: received at the centre, settled by the police or the insurance; not in the commune's table. */
const residence = entriesOf({ field: 'Đăng ký, quản lý cư trú', authority: 'vertical' });
const insurance = entriesOf({ field: 'Bảo hiểm y tế', authority: 'vertical' });
const identity = entriesOf({ field: 'Cấp, quản lý căn cước', authority: 'vertical' });

export const VERTICAL = [
  residence('1.004222', 'Đăng ký thường trú'),
  residence('1.004194', 'Đăng ký tạm trú'),
  residence('1.002755', 'Gia hạn tạm trú'),
  residence('1.003197', 'Xóa đăng ký thường trú'),
  residence('1.010028', 'Xóa đăng ký tạm trú'),
  insurance('1.014137', 'Cấp thẻ bảo hiểm y tế', workingDays(5)),
  identity('2.000200', 'Cấp thẻ căn cước', workingDays(7)),
];
