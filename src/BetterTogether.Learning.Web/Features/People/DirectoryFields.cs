using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Web.Features.People;

public static class DirectoryFields
{
    /// <summary>The names of the fields that differ, for the audit trail; never their content.</summary>
    public static string Changed(PersonDetails before, PersonDetails after) => string.Join(", ", new[]
    {
        before.Name == after.Name ? null : nameof(PersonDetails.Name),
        before.Email == after.Email ? null : nameof(PersonDetails.Email),
        before.Team == after.Team ? null : nameof(PersonDetails.Team),
        before.JobTitle == after.JobTitle ? null : nameof(PersonDetails.JobTitle),
        before.ManagerId == after.ManagerId ? null : nameof(PersonDetails.ManagerId),
        before.WorkingDays == after.WorkingDays ? null : nameof(PersonDetails.WorkingDays),
        before.Roles == after.Roles ? null : nameof(PersonDetails.Roles),
        before.Employment == after.Employment ? null : nameof(PersonDetails.Employment),
        before.Organisation == after.Organisation ? null : nameof(PersonDetails.Organisation),
        before.LastDay == after.LastDay ? null : nameof(PersonDetails.LastDay),
    }.OfType<string>());
}
