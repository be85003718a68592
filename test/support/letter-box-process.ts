// A mail server for trials: prints what the product sends, and sends nothing anywhere.
//   npm run letters -- 2525      then      SMTP_URL=smtp://127.0.0.1:2525 npm start
import { subjectOf, textOf } from './letter.ts';
import { MailRoom } from './mail-room.ts';

const DEFAULT_PORT = 2525;

const room = await MailRoom.open({}, Number(process.argv[2] ?? DEFAULT_PORT));
room.onArrived = ({ to, source }) => {
  process.stdout.write(`\n── ${to.join(', ')}\n${subjectOf(source)}\n\n${textOf(source)}\n`);
};
process.stdout.write(`SMTP_URL=smtp://127.0.0.1:${room.port}\n`);
