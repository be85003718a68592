// A thread for each report: one that takes long to read, or breaks its reader, keeps nobody else waiting.
import { parentPort, workerData } from 'node:worker_threads';
import { checkedFile, toldFile, type ReadingOrder } from './told-file.ts';

const order = workerData as ReadingOrder;

parentPort?.postMessage(
  order.asks === 'check'
    ? await checkedFile(order.report)
    : await toldFile(order.report, order.period),
);
