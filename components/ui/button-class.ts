import { classNames } from './class-names';

export type ButtonVariant = 'default' | 'primary' | 'quiet' | 'danger' | 'danger-solid';
export type ButtonSize = 'md' | 'sm' | 'lg' | 'icon' | 'icon-sm';

const variantClass: Record<ButtonVariant, string> = {
  default: '',
  primary: 'primary',
  quiet: 'quiet',
  danger: 'danger',
  'danger-solid': 'danger solid',
};
const sizeClass: Record<ButtonSize, string> = {
  md: '',
  sm: 'sm',
  lg: 'lg',
  icon: 'icon',
  'icon-sm': 'icon sm',
};

export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classNames('btn', variantClass[variant], sizeClass[size], className);
}
