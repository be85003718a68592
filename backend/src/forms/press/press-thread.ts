// A thread of its own: laying a page out takes a tenth of a second in which nothing else would be answered.
import { parentPort } from 'node:worker_threads';
import { bookPdf } from '../book/book-pdf.ts';
import { bookXlsx } from '../book/book-xlsx.ts';
import { documentDocx } from '../document/document-docx.ts';
import { documentPdf } from '../document/document-pdf.ts';
import { formDocx } from '../docx/form-docx.ts';
import { formPdf } from '../pdf/form-pdf.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import { tablePdf } from '../table/table-pdf.ts';
import { tableXlsx } from '../table/table-xlsx.ts';
import { workbook } from '../workbook/workbook.ts';
import type { PressAnswer, PressOrder, PressTask } from './task.ts';

const printed = (task: PressTask): Promise<Uint8Array> => {
  switch (task.kind) {
    case 'workbook':
      return workbook(task.sheets);
    case 'book': {
      const { format, title, rows, mark } = task;
      return format === 'xlsx' ? bookXlsx(title, rows) : renderPdf(bookPdf(title, rows, mark));
    }
    case 'table':
      return task.format === 'xlsx' ? tableXlsx(task.table) : renderPdf(tablePdf(task.table));
    case 'document':
      return task.format === 'docx'
        ? documentDocx(task.document)
        : renderPdf(documentPdf(task.document));
    case 'form':
      return task.format === 'docx'
        ? formDocx(task.form)
        : renderPdf(formPdf(task.form, task.paper));
  }
};

const answer = async ({ number, task }: PressOrder): Promise<PressAnswer> => {
  try {
    return { number, bytes: await printed(task) };
  } catch (error) {
    // The name of what broke; its message might quote what was printed.
    return { number, fault: error instanceof Error ? error.name : 'unknown' };
  }
};

parentPort?.on('message', (order: PressOrder) => {
  void answer(order).then((answered) => parentPort?.postMessage(answered));
});
