using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>A session as typed on a page, new or edited; what was typed stays there when it comes back. Read by <see cref="SessionFormReader"/>.</summary>
public sealed class SessionForm
{
    public const string Prefix = "Form";

    public SessionKind? Kind { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Audience { get; set; }
    public string? Prerequisites { get; set; }
    public List<DateRow> Dates { get; set; } = [];
    public string? Place { get; set; }
    public string? JoinUrl { get; set; }
    public string? Capacity { get; set; }
    public Visibility Visibility { get; set; }
    /// <summary>E-mail addresses, one a line.</summary>
    public string? Trainers { get; set; }
    public string? OutsideTrainers { get; set; }
    public string? Tags { get; set; }
    public string? CostCode { get; set; }
    public string? DatesToComplete { get; set; }

    public IReadOnlyList<string> TrainerEmails =>
        [.. (Trainers ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PersonDetails.TidyEmail).Distinct()];

    /// <param name="trainerEmails">The addresses of its trainers.</param>
    public static SessionForm From(SessionDetails session, IEnumerable<string> trainerEmails) => new()
    {
        Kind = session.Kind,
        Title = session.Title,
        Description = session.Description,
        Audience = session.Audience,
        Prerequisites = session.Prerequisites,
        Dates = [.. session.Dates.Select(DateRow.From)],
        Place = session.Place,
        JoinUrl = session.JoinUrl,
        Capacity = $"{session.Capacity}",
        Visibility = session.Visibility,
        Trainers = string.Join('\n', trainerEmails),
        OutsideTrainers = session.OutsideTrainers,
        Tags = session.Tags,
        CostCode = session.CostCode,
        DatesToComplete = $"{session.DatesToComplete}",
    };
}
