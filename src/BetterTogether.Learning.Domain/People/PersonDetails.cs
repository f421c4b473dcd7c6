using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.People;

/// <summary>What the directory holds of a person, as typed in; <see cref="Checked"/> before it is kept.</summary>
public sealed record PersonDetails(
    string Name,
    string Email,
    string? Team = null,
    string? JobTitle = null,
    Guid? ManagerId = null,
    WorkingDays WorkingDays = WorkingDays.MondayToFriday,
    Roles Roles = Roles.None,
    Employment Employment = Employment.Employee,
    string? Organisation = null,
    DateOnly? LastDay = null)
{
    public const int LongestText = 200;

    /// <summary>The same details, trimmed and with the address in lower case, or what is wrong with them.</summary>
    public Result<PersonDetails> Checked()
    {
        var tidy = this with { Name = Name.Trim(), Email = TidyEmail(Email), Team = Tidy(Team), JobTitle = Tidy(JobTitle), Organisation = Tidy(Organisation) };
        if (tidy.Name.Length == 0) { return new Invalid("name-missing", "Enter a name", nameof(Name)); }
        foreach (var (text, field) in new[] { (tidy.Name, nameof(Name)), (tidy.Team, nameof(Team)), (tidy.JobTitle, nameof(JobTitle)), (tidy.Organisation, nameof(Organisation)) })
        {
            if (text?.Length > LongestText) { return new Invalid("too-long", $"Use {LongestText} characters or fewer", field); }
            if (text?.IsLine() == false) { return new Invalid("text-wrong", "Use plain text on one line", field); }
        }
        if (!Mailbox.IsAddress(tidy.Email)) { return new Invalid("email-wrong", "Enter an e-mail address in the right format, like name@example.org", nameof(Email)); }
        if (Employment == Employment.Agency && LastDay is null) { return new Invalid("last-day-missing", "Enter the last day of an agency worker", nameof(LastDay)); }
        if (Employment == Employment.Partner && tidy.Organisation is null) { return new Invalid("organisation-missing", "Enter the partner organisation", nameof(Organisation)); }
        return tidy;
    }

    /// <summary>Somebody whom only their address tells of: "jo.o-neill@" is Jo O Neill until the learning desk knows better.</summary>
    public static PersonDetails FromAddress(string email)
    {
        var words = email.Split('@')[0].Split(['.', '_', '-', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = string.Join(' ', words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return new PersonDetails(name.Length == 0 ? "New colleague" : name, email);
    }

    public static string TidyEmail(string? email) => (email ?? "").Trim().ToLowerInvariant();

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
