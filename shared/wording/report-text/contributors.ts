import { dash, figure, run, type Sentence, type Teller } from './say.ts';

/** How many they are, and by name; nothing where there is nobody. */
const named = (label: string, names: readonly string[], more = ''): readonly Sentence[] =>
  names.length === 0
    ? []
    : [dash`${label}: ${figure(names.length, null)} đơn vị (${names.join('; ')})${more}.`];

/** Of whom the figures are the sum, and who is not in them. */
export const contributors: Teller = ({ figures }) => {
  if (figures.contributors === undefined) return [];
  const { all, counted, fromFiles, late, missing } = figures.contributors;
  const sum =
    counted === all
      ? run`đủ ${figure(all, null)} đơn vị trực thuộc`
      : run`${figure(counted, null)}/${figure(all, null)} đơn vị trực thuộc`;
  return [
    dash`Số liệu được tổng hợp từ báo cáo của ${sum}.`,
    ...named(
      'Số liệu lấy từ tệp do đơn vị gửi',
      fromFiles,
      '; tỷ lệ dịch vụ công trực tuyến, số hóa và các chỉ tiêu dưới đây không gồm các đơn vị này',
    ),
    ...named('Gửi chậm', late),
    ...named('Chưa có số liệu', missing, ', không nằm trong số liệu dưới đây'),
  ];
};
