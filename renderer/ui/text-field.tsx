import type { ReactNode, Ref } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { focusOnMount } from './focus-on-mount.ts'

export type TextFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** A line of help under the field. */
  readonly description?: string
  /** What is wrong and what to do; marks the field as invalid. */
  readonly error?: string | null
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly isLabelHidden?: boolean
  /** Takes the focus when it appears; for the first field of a dialog. `inputRef` is not used then. */
  readonly takesFocus?: boolean
  /** `password` hides what is typed. */
  readonly type?: 'text' | 'password'
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'search'
  readonly maxLength?: number
  /** More than one makes a text area. */
  readonly rows?: number
  /** Shown inside the field, at its end. */
  readonly suffix?: ReactNode
  readonly name?: string
  readonly inputRef?: Ref<HTMLInputElement>
  readonly inputClassName?: string
  readonly className?: string
}

/** A labelled text field with help and error; controlled. */
export const TextField = ({
  label,
  value,
  onChange,
  placeholder,
  description,
  error = null,
  isRequired = false,
  isDisabled = false,
  isReadOnly = false,
  isLabelHidden = false,
  takesFocus = false,
  type = 'text',
  inputMode = 'text',
  maxLength,
  rows = 1,
  suffix,
  name,
  inputRef,
  inputClassName,
  className,
}: TextFieldProps) => (
  <AriaTextField
    value={value}
    onChange={onChange}
    isInvalid={error !== null}
    isRequired={isRequired}
    isDisabled={isDisabled}
    isReadOnly={isReadOnly}
    validationBehavior="aria"
    {...(isLabelHidden ? { 'aria-label': label } : {})}
    {...(name === undefined ? {} : { name })}
    {...(maxLength === undefined ? {} : { maxLength })}
    className={classNames('flex min-w-0 flex-col gap-1', className)}
  >
    {isLabelHidden ? null : (
      <Label className="text-sm font-medium text-muted">
        {label}
        {isRequired ? <span aria-hidden="true"> *</span> : null}
      </Label>
    )}
    {rows > 1 ? (
      <TextArea rows={rows} placeholder={placeholder} className="field-box px-3 py-2 data-[disabled]:opacity-50" />
    ) : (
      <div className="relative flex">
        <Input
          ref={takesFocus ? focusOnMount : (inputRef ?? null)}
          type={type}
          inputMode={inputMode}
          {...(placeholder === undefined ? {} : { placeholder })}
          autoComplete="off"
          spellCheck="false"
          className={classNames(
            'field-box h-11 w-full min-w-0 px-3 data-[disabled]:opacity-50',
            suffix !== undefined && 'pr-12',
            inputClassName,
          )}
        />
        {suffix === undefined ? null : (
          <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-muted">{suffix}</span>
        )}
      </div>
    )}
    {description === undefined ? null : (
      <Text slot="description" className="text-sm text-muted">
        {description}
      </Text>
    )}
    {error === null ? null : <FieldError className="text-sm font-medium text-bad">{error}</FieldError>}
  </AriaTextField>
)
