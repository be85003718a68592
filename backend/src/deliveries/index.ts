export { DeliveriesModule } from './deliveries.module.ts';
export { Gateway } from './hook/gateway.service.ts';
export type { OpenHook, Posted } from './hook/signed-post.ts';
export { MailCourier } from './mail/mail-courier.ts';
export type { Fate } from './post/parcel.ts';
export { pauseAfter } from './post/patience.ts';
