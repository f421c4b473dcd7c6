using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.People;

/// <summary>The fields of a directory entry on a page; what was typed stays there when it comes back.</summary>
public sealed class PersonForm
{
    public const string Prefix = "Form";

    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Team { get; set; }
    public string? JobTitle { get; set; }
    public string? ManagerEmail { get; set; }
    public List<WorkingDays> WorkingDays { get; set; } = [];
    public List<Roles> Roles { get; set; } = [];
    public Employment Employment { get; set; }
    public string? Organisation { get; set; }
    public DateOnly? LastDay { get; set; }

    public static PersonForm New() => new() { WorkingDays = [.. Words.Days(Domain.Shared.WorkingDays.MondayToFriday)] };

    public static PersonForm From(PersonCard card) => new()
    {
        Name = card.Person.Name,
        Email = card.Person.Email,
        Team = card.Person.Team,
        JobTitle = card.Person.JobTitle,
        ManagerEmail = card.ManagerEmail,
        WorkingDays = [.. Words.Days(card.Person.WorkingDays)],
        Roles = [.. Words.Roles.Keys.Where(role => card.Person.Roles.HasFlag(role))],
        Employment = card.Person.Employment,
        Organisation = card.Person.Organisation,
        LastDay = card.Person.LastDay,
    };

    /// <param name="withRoles">Whether roles were on the form: unticked boxes and absent ones look the same.</param>
    public PersonEntry ToEntry(bool withRoles) => new(
        new PersonDetails(Name ?? "", Email ?? "", Team, JobTitle, null, Words.Together(WorkingDays), Domain.People.Roles.None, Employment, Organisation, LastDay),
        ManagerEmail,
        withRoles || Roles.Count > 0 ? Roles.Aggregate(Domain.People.Roles.None, (all, role) => all | role) : null);

    public static void Show(Refusal refusal, ModelStateDictionary state) => state.AddModelError(refusal.Field switch
    {
        null => "",
        nameof(PersonDetails.ManagerId) => $"{Prefix}.{nameof(ManagerEmail)}",
        var field => $"{Prefix}.{field}",
    }, refusal.Message);
}
