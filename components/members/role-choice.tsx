import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { type Role, roleLabel, roleMeaning, roleSchema } from '@/lib/members/schema';

/** The five roles, each with what it means. */
export function RoleChoice({ value = 'RESPONDER', error }: { value?: Role; error?: string | undefined }) {
  return (
    <ChoiceGroup name="role" legend="Role" error={error}>
      {roleSchema.options.map((role) => (
        <Choice
          key={role}
          type="radio"
          name="role"
          value={role}
          label={roleLabel[role]}
          description={roleMeaning[role]}
          defaultChecked={role === value}
        />
      ))}
    </ChoiceGroup>
  );
}
