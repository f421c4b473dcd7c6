using System.Globalization;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Circles.Plans;

/// <summary>A circle as typed by whoever plans it; what cannot be read stays as it was typed.</summary>
public sealed class PlanForm
{
    public const string Prefix = "Form.";
    private static readonly string[] Clocks = ["HH:mm", "H:mm", "HH:mm:ss", "HH.mm", "H.mm"];

    public string? Format { get; set; }
    public bool GroupSupervision { get; set; }
    public string? Title { get; set; }
    public string? Date { get; set; }
    public string? Starts { get; set; }
    public string? Minutes { get; set; }
    public string? CallUrl { get; set; }
    public string? FacilitatorEmail { get; set; }
    public string? Participants { get; set; }
    public string? InPerson { get; set; }
    public string? CoFacilitators { get; set; }
    public string? BringerEmail { get; set; }
    public string? ListenerEmail { get; set; }

    /// <summary>A week from now, at ten: easier to change than to think of.</summary>
    public static PlanForm Empty(DateTime nowUtc) => new() { Format = "listening", Date = Day(nowUtc.AddDays(7)), Starts = "10:00", Minutes = "60" };

    public static PlanForm From(NewCircle circle)
    {
        var form = new PlanForm
        {
            Format = circle.Format.Key,
            GroupSupervision = circle.Format.GroupSupervision,
            Title = circle.Title,
            CallUrl = circle.CallUrl,
            FacilitatorEmail = circle.FacilitatorEmail,
            Participants = string.Join('\n', circle.ParticipantEmails),
            InPerson = string.Join('\n', circle.InPersonNames ?? []),
            CoFacilitators = string.Join('\n', circle.CoFacilitatorEmails ?? []),
            BringerEmail = circle.BringerEmail,
            ListenerEmail = circle.ListenerEmail,
        };
        form.KeepTime(circle);
        return form;
    }

    /// <summary>When it is planned for already.</summary>
    public void KeepTime(NewCircle circle) => (Date, Starts, Minutes) =
        (Day(circle.StartsAtUtc), circle.StartsAtUtc.ToLondon().ToString("HH:mm", CultureInfo.InvariantCulture), circle.Minutes.ToString(CultureInfo.InvariantCulture));

    /// <param name="format">What <see cref="Format"/> names; null where there is no such.</param>
    /// <returns>Null where something cannot be read at all; it is then said beside its field.</returns>
    public NewCircle? Read(CircleFormat? format, ModelStateDictionary state)
    {
        if (format is null) { state.AddModelError(Prefix + nameof(Format), "Choose what kind of circle it is"); }
        if (string.IsNullOrWhiteSpace(Title)) { state.AddModelError(Prefix + nameof(Title), "Enter a title"); }
        var startsAtUtc = ReadStart(state);
        if (!int.TryParse(Minutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) { state.AddModelError(Prefix + nameof(Minutes), "Enter how many minutes it takes, like 60"); }
        if (CallUrl is { Length: > 0 } call && !(Uri.TryCreate(call.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")) { state.AddModelError(Prefix + nameof(CallUrl), "Enter the whole link, beginning with https://"); }
        if (format?.NeedsBringer == true && One(BringerEmail) is null) { state.AddModelError(Prefix + nameof(BringerEmail), "Enter who brings the question"); }
        return !state.IsValid ? null : new NewCircle(
            Title!.Trim(), format! with { GroupSupervision = GroupSupervision || format.GroupSupervision }, startsAtUtc!.Value, minutes, Many(Participants), One(BringerEmail), One(ListenerEmail),
            Many(CoFacilitators), One(FacilitatorEmail), One(CallUrl), InPersonNames: Lines(InPerson));
    }

    private DateTime? ReadStart(ModelStateDictionary state)
    {
        if (!DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) { state.AddModelError(Prefix + nameof(Date), "Enter a date, like 2026-09-02"); }
        else if (!TimeOnly.TryParseExact(Starts?.Trim(), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) { state.AddModelError(Prefix + nameof(Starts), "Enter when it starts, like 10:00"); }
        else if (date.ToUtc(time) is var utc && utc.ToLondon() != date.ToDateTime(time)) { state.AddModelError(Prefix + nameof(Starts), $"There is no {time.Words()} on {date.Words()}: the clocks go forward. Choose another time."); }
        else { return utc; }
        return null;
    }

    private static string Day(DateTime utc) => utc.ToLondon().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? One(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string[] Many(string? text) => (text ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string[] Lines(string? text) => (text ?? "").Split(['\n', '\r', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
