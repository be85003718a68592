import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Confirmation, ToastList } from './ui/index.ts';

/** The whole: one screen, and what may appear over it. */
@Component({
  selector: 'mc-root',
  imports: [Confirmation, RouterOutlet, ToastList],
  template: '<router-outlet /><mc-toasts /><mc-confirmation />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
