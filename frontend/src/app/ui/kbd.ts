import { ChangeDetectionStrategy, Component } from '@angular/core';

/** A key to press: `<kbd mcKbd>?</kbd>`. */
@Component({
  selector: 'kbd[mcKbd]',
  template: '<ng-content />',
  styles: `
    :host {
      display: inline-block;
      min-width: 1.5em;
      padding: 0 0.4em;
      border: 1px solid var(--rule-strong);
      border-bottom-width: 2px;
      border-radius: var(--radius-s);
      background: var(--paper);
      color: var(--ink-muted);
      font: var(--text-xs) / 1.5 var(--sans);
      text-align: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Kbd {}
