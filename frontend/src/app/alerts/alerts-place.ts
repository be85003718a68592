export const ALERTS_PLACE = 'canh-bao';
export const NOTIFICATIONS_PLACE = 'cach-nhan-canh-bao';
