import type { IdentityProblemCode } from '#contract/problem';
import type { ProblemSentences } from './problem-sentences.ts';

type Sentences = Readonly<Record<IdentityProblemCode, ProblemSentences>>;

const vi: Sentences = {
  'sign-in-required': {
    title: 'Cần đăng nhập',
    detail: 'Phiên làm việc không còn hoặc đã hết hạn. Hãy đăng nhập lại.',
  },
  'sign-in-failed': {
    title: 'Đăng nhập không thành công',
    detail: 'Tên đăng nhập, mật khẩu hoặc mã dùng một lần không đúng. Hãy kiểm tra rồi thử lại.',
  },
  'one-time-code-required': {
    title: 'Cần mã dùng một lần',
    detail: 'Hãy nhập mã sáu chữ số trên ứng dụng xác thực của bạn.',
  },
  'too-many-attempts': {
    title: 'Đã thử quá nhiều lần',
    detail: 'Hãy chờ hết thời gian được nêu rồi thử lại, hoặc nhờ người quản trị cấp lại mật khẩu.',
  },
  'foreign-request': {
    title: 'Yêu cầu không đến từ trang của hệ thống',
    detail: 'Hãy tải lại trang rồi làm lại. Nếu vẫn gặp, hãy báo người quản trị.',
  },
  'password-change-required': {
    title: 'Cần đổi mật khẩu',
    detail: 'Mật khẩu hiện tại chỉ dùng một lần. Hãy đặt mật khẩu của riêng bạn rồi tiếp tục.',
  },
  'second-factor-required': {
    title: 'Cần bật xác thực hai bước',
    detail:
      'Vai trò của bạn đòi hỏi xác thực hai bước. Hãy đăng ký ứng dụng xác thực rồi tiếp tục.',
  },
  'second-factor-enrolled': {
    title: 'Đã bật xác thực hai bước',
    detail: 'Muốn đổi ứng dụng xác thực, hãy tắt xác thực hai bước rồi đăng ký lại.',
  },
  'second-factor-not-offered': {
    title: 'Chưa bắt đầu đăng ký xác thực hai bước',
    detail: 'Hãy bắt đầu đăng ký để nhận mã bí mật, rồi nhập mã sáu chữ số.',
  },
  'wrong-one-time-code': {
    title: 'Mã dùng một lần không đúng',
    detail:
      'Mã không khớp hoặc đã dùng. Hãy nhập mã ứng dụng đang hiện, và kiểm tra giờ của điện thoại.',
  },
  'password-not-accepted': {
    title: 'Mật khẩu chưa đủ mạnh',
    detail: 'Hãy chọn mật khẩu dài hơn, không phổ biến và không chứa tên của bạn hoặc của đơn vị.',
  },
  'wrong-password': {
    title: 'Mật khẩu hiện tại không đúng',
    detail: 'Hãy nhập lại mật khẩu đang dùng.',
  },
  'link-not-valid': {
    title: 'Mã này không còn dùng được',
    detail: 'Mã đã dùng, đã hết hạn hoặc không đúng. Hãy đề nghị cấp mã mới.',
  },
  'username-taken': {
    title: 'Tên đăng nhập đã có người dùng',
    detail: 'Hãy chọn tên đăng nhập khác.',
  },
  'unit-code-taken': { title: 'Mã đơn vị đã có', detail: 'Hãy chọn mã đơn vị khác.' },
  'department-code-taken': {
    title: 'Mã phòng đã có trong đơn vị',
    detail: 'Hãy chọn mã phòng khác.',
  },
  'department-in-use': {
    title: 'Phòng còn người hoặc còn hồ sơ',
    detail: 'Hãy chuyển cán bộ sang phòng khác và giao lại hồ sơ đang ở phòng này trước.',
  },
  'unknown-parent': {
    title: 'Đơn vị cấp trên không hợp lệ',
    detail: 'Đơn vị cấp trên phải là một thành phố mà bạn quản trị.',
  },
  'unknown-department': {
    title: 'Không có phòng này trong đơn vị',
    detail: 'Hãy tạo phòng trước, hoặc chọn một phòng đã có.',
  },
  'role-not-for-unit': {
    title: 'Vai trò không dùng cho đơn vị này',
    detail: 'Vai trò theo dõi cấp thành phố chỉ dành cho đơn vị cấp thành phố.',
  },
  'permission-not-for-keys': {
    title: 'Quyền này không cấp cho khóa API',
    detail: 'Khóa API không được xem dữ liệu cá nhân bị che và không được quản trị.',
  },
  'last-administrator': {
    title: 'Đây là người quản trị cuối cùng',
    detail: 'Hãy giao quyền quản trị cho người khác trước.',
  },
};

const en: Sentences = {
  'sign-in-required': {
    title: 'Sign in first',
    detail: 'There is no session, or it has ended. Sign in again.',
  },
  'sign-in-failed': {
    title: 'Could not sign in',
    detail: 'The user name, the password or the one-time code is wrong. Check them and try again.',
  },
  'one-time-code-required': {
    title: 'A one-time code is needed',
    detail: 'Enter the six digits that your authenticator shows.',
  },
  'too-many-attempts': {
    title: 'Too many attempts',
    detail: 'Wait for the time given and try again, or ask your administrator for a reset link.',
  },
  'foreign-request': {
    title: 'The request did not come from our pages',
    detail: 'Reload the page and try again. If it happens again, tell your administrator.',
  },
  'password-change-required': {
    title: 'Choose a new password',
    detail: 'The present password was for one use. Choose your own and go on.',
  },
  'second-factor-required': {
    title: 'Set up the second factor',
    detail: 'Your role asks for a second factor. Register an authenticator and go on.',
  },
  'second-factor-enrolled': {
    title: 'The second factor is already set up',
    detail: 'To use another authenticator, remove the present one first.',
  },
  'second-factor-not-offered': {
    title: 'No second factor is being set up',
    detail: 'Ask for a secret first, then confirm it with the six digits.',
  },
  'wrong-one-time-code': {
    title: 'The one-time code is wrong',
    detail:
      'It does not match, or was used before. Enter the one shown now, and check the phone’s clock.',
  },
  'password-not-accepted': {
    title: 'The password is too weak',
    detail: 'Choose a longer one that is not common and does not hold your name or your unit’s.',
  },
  'wrong-password': {
    title: 'The present password is wrong',
    detail: 'Enter the password you use now.',
  },
  'link-not-valid': {
    title: 'This code can no longer be used',
    detail: 'It was used, has expired or is wrong. Ask for a new one.',
  },
  'username-taken': { title: 'The user name is taken', detail: 'Choose another user name.' },
  'unit-code-taken': { title: 'The unit code is taken', detail: 'Choose another code.' },
  'department-code-taken': {
    title: 'The department code is taken',
    detail: 'Choose another code in this unit.',
  },
  'department-in-use': {
    title: 'The department still has people or dossiers',
    detail: 'Move the people and hand on the dossiers that wait there first.',
  },
  'unknown-parent': {
    title: 'The parent unit is not valid',
    detail: 'The parent has to be a city that you administer.',
  },
  'unknown-department': {
    title: 'The unit has no such department',
    detail: 'Make the department first, or choose one that exists.',
  },
  'role-not-for-unit': {
    title: 'The role is not for this unit',
    detail: 'City readers belong to a city.',
  },
  'permission-not-for-keys': {
    title: 'This permission is not for API keys',
    detail: 'An API key neither reveals personal data nor administers.',
  },
  'last-administrator': {
    title: 'This is the last administrator',
    detail: 'Make somebody else an administrator first.',
  },
};

export const identityProblems = { vi, en };
