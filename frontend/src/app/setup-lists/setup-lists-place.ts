export const SETUP_LISTS_PLACE = 'quan-tri/nhap-danh-muc';
