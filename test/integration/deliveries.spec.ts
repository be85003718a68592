import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Contact, type DeliveryItem, contactPath, deliveriesPath } from '#contract/deliveries';
import type { Page } from '#contract/list';
import { deliveryIdOf } from '../../backend/src/deliveries/delivery-id.ts';
import { textOf } from '../support/letter.ts';
import { MailRoom } from '../support/mail-room.ts';
import { OfficeApp } from '../support/office-app.ts';
import { PostDesk } from '../support/post-desk.ts';

let office: OfficeApp;
let room: MailRoom;
let desk: PostDesk;
let here: number;
let lan: string;
let minh: string;

beforeAll(async () => {
  room = await MailRoom.open();
  const settings = {
    SMTP_URL: `smtp://127.0.0.1:${room.port}`,
    MOTCUA_MAIL_FROM: 'motcua@xa.example',
    MOTCUA_URL: 'https://motcua.xa.example',
    MOTCUA_CLOCK: '2026-03-02T09:00:00+07:00@0',
  };
  // Whoever has the post go out is the test: no worker does it meanwhile.
  office = await OfficeApp.open(settings, {}, undefined, { api: true, worker: false });
  here = await office.unit({ code: 'H24.01' });
  lan = await office.person('lan', { unitId: here, roles: ['processing'] });
  minh = await office.person('minh', { unitId: here, roles: ['director'] });
  desk = new PostDesk(office, here);
  await desk.contact(lan, 'lan@xa.example');
});
afterAll(async () => {
  await office.close();
  await room.close();
});
beforeEach(() => {
  room.arrived.length = 0;
  room.refusals.length = 0;
});

describe('what is to be told by mail', () => {
  it('reaches the mailbox of whom it is for, and nobody else, in one letter', async () => {
    const first = await desk.notice({ userId: lan, kind: 'calendar.missing' });
    const second = await desk.notice({ userId: lan, kind: 'delivery.failed', severity: 'late' });
    await desk.send();
    expect(room.arrived.map(({ to }) => to)).toEqual([['lan@xa.example']]);
    const text = textOf(room.arrived[0]?.source ?? '');
    expect(text).toContain('Có thông báo không gửi được');
    expect(text).toContain('Chưa có lịch nghỉ chính thức');
    expect(text).toContain('https://motcua.xa.example/canh-bao');
    expect(text.indexOf('không gửi được')).toBeLessThan(text.indexOf('lịch nghỉ'));
    expect(await desk.stateOf(first)).toMatchObject({ state: 'sent' });
    expect(await desk.stateOf(second)).toMatchObject({ state: 'sent' });
    await desk.send();
    expect(room.arrived).toHaveLength(1);
  });

  it('waits for its turn by the office’s clock', async () => {
    const later = await desk.notice({ userId: lan, at: '2026-03-02T16:00:00+07:00' });
    await desk.send();
    expect(await desk.stateOf(later)).toMatchObject({ state: 'open', tries: 0 });
    await office.setClock('2026-03-02T16:00:00+07:00');
    await desk.send();
    expect(await desk.stateOf(later)).toMatchObject({ state: 'sent' });
  });

  it('is not sent when the matter is closed by then', async () => {
    const closed = await desk.notice({ userId: lan });
    await desk.close(closed);
    await desk.send();
    expect(room.arrived).toEqual([]);
    expect(await desk.stateOf(closed)).toMatchObject({ state: 'superseded' });
  });

  it('is one line for what a desk has to finish by one moment', async () => {
    const bundleAt = '2026-03-02T15:00:00+07:00';
    const dueAt = '2026-03-02T17:00:00+07:00';
    for (const kind of ['delivery.failed', 'delivery.failed', 'delivery.failed']) {
      await desk.notice({ userId: lan, kind, bundleAt, dueAt });
    }
    await desk.send();
    const text = textOf(room.arrived[0]?.source ?? '');
    expect(text).toContain('Còn 3 hồ sơ phải xong trước 17:00');
    expect(text).not.toContain('không gửi được');
  });

  it('goes again as a new letter when the mailbox was full, and later', async () => {
    room.refusals.push(452);
    const id = await desk.notice({ userId: lan });
    await desk.send();
    expect(await desk.stateOf(id)).toEqual({
      ...{ state: 'open', fault: 'refused', tries: 1, waits: true },
    });
    await desk.send();
    expect(room.arrived).toEqual([]);
    await desk.patienceIsOver();
    const also = await desk.notice({ userId: lan });
    await desk.send();
    expect(room.arrived).toHaveLength(1);
    expect(await desk.stateOf(id)).toMatchObject({ state: 'sent', tries: 2 });
    expect(await desk.stateOf(also)).toMatchObject({ state: 'sent', tries: 1 });
  });
});

describe('what cannot be delivered', () => {
  it('because somebody named no mailbox is nobody’s failure', async () => {
    const id = await desk.notice({ userId: minh });
    await desk.send();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'superseded', fault: 'no-address' });
  });

  it('is given up, shown to whoever looks after it, and sent again by one press', async () => {
    room.refusals.push(550);
    const id = await desk.notice({ userId: lan });
    await desk.send();
    const director = await office.signedIn('minh');
    const list = await director.get<Page<DeliveryItem>>(`${deliveriesPath}?state=dead`);
    expect(list.body.items).toMatchObject([
      { alertId: id, fault: 'refused', displayName: 'lan', state: 'dead', putAside: false },
    ]);
    const deliveryId = deliveryIdOf({ alertId: id, channel: 'email', userId: lan });
    const again = await director.post(`${deliveriesPath}/${deliveryId}/send-again`);
    expect(again.status).toBe(204);
    await desk.send();
    expect(room.arrived).toHaveLength(1);
    const twice = await director.post(`${deliveriesPath}/${deliveryId}/send-again`);
    expect(twice).toMatchObject({ status: 409, body: { code: 'delivery-not-dead' } });
  });

  it('is put aside once somebody has seen to it otherwise', async () => {
    room.refusals.push(550);
    const id = await desk.notice({ userId: lan });
    await desk.send();
    expect(await desk.stateOf(id)).toMatchObject({ state: 'dead', fault: 'refused' });
    const director = await office.signedIn('minh');
    const deliveryId = deliveryIdOf({ alertId: id, channel: 'email', userId: lan });
    expect((await director.post(`${deliveriesPath}/${deliveryId}/put-aside`)).status).toBe(204);
    const list = await director.get<Page<DeliveryItem>>(`${deliveriesPath}?state=dead`);
    expect(list.body.items).toMatchObject([{ alertId: id, putAside: true }]);
  });

  it('is no business of those who only work here, and not found by other units', async () => {
    const there = await office.unit({ code: 'H24.02' });
    await office.person('xa', { unitId: there, roles: ['director'] });
    const id = await desk.notice({ userId: minh });
    const path = `${deliveriesPath}/${id}.email.${minh}/send-again`;
    expect((await (await office.signedIn('lan')).get(deliveriesPath)).status).toBe(403);
    expect((await (await office.signedIn('lan')).post(path)).status).toBe(403);
    expect((await (await office.signedIn('xa')).post(path)).status).toBe(404);
    const other = await (await office.signedIn('xa')).get<Page<DeliveryItem>>(deliveriesPath);
    expect(other.body.items).toEqual([]);
    await desk.send();
  });
});

describe('where somebody is reached', () => {
  it('is theirs to say, and is one mailbox', async () => {
    const browser = await office.signedIn('minh');
    const contact: Contact = { email: 'minh@xa.example', phone: '0912345678', zaloUserId: null };
    expect(await browser.ask({ method: 'PUT', url: contactPath, body: contact })).toMatchObject({
      status: 200,
      body: contact,
    });
    expect((await browser.get(contactPath)).body).toEqual(contact);
    for (const email of [
      'a@xa.example\r\nBcc: b@evil.example',
      'a@xa.example, b@evil.example',
      'A <a@xa.example>',
    ]) {
      const body = { ...contact, email };
      const refused = await browser.ask({ method: 'PUT', url: contactPath, body });
      expect(refused).toMatchObject({ status: 400 });
    }
  });

  it('carries a name with any letters in it, and no second header', async () => {
    await office.database.asRoot(`update office_user set display_name = $2 where id = $1`, [
      minh,
      'Nguyễn\r\nBcc: evil@evil.example "Minh" <x@evil.example>',
    ]);
    await desk.notice({ userId: minh });
    await desk.send();
    expect(room.arrived.map(({ to }) => to)).toEqual([['minh@xa.example']]);
    const [headers = ''] = (room.arrived[0]?.source ?? '').split('\r\n\r\n');
    expect(headers).not.toMatch(/^Bcc:/im);
  });
});
