using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Makes of what was typed what the rules can judge, and puts each refusal beside its field.</summary>
public sealed class SessionFormReader(SessionForm form, ModelStateDictionary state, DateTime nowUtc)
{
    /// <param name="directory">Ids by address, of the form's trainers.</param>
    /// <returns>Null where something cannot be read at all; it is then said beside its field.</returns>
    public SessionDetails? Read(IReadOnlyDictionary<string, Guid> directory)
    {
        if (form.Kind is null) { Say(nameof(form.Kind), "Choose what kind of session it is"); }
        var capacity = Typed.Number(form.Capacity, Key(nameof(form.Capacity)), "Enter the number of places as a whole number, like 12", state);
        var needed = string.IsNullOrWhiteSpace(form.DatesToComplete) ? null
            : Typed.Number(form.DatesToComplete, Key(nameof(form.DatesToComplete)), "Enter how many dates make it complete as a whole number, like 3", state);
        var dates = ReadDates();
        foreach (var unknown in form.TrainerEmails.Where(email => !directory.ContainsKey(email)))
        {
            Say(nameof(form.Trainers), $"{unknown} is not in the staff directory. Check the address, or name them under outside trainers.");
        }
        return !state.IsValid ? null : new SessionDetails(
            form.Kind!.Value, form.Title ?? "", capacity!.Value, dates, form.Visibility, form.Description, form.Audience, form.Prerequisites, form.Place, form.JoinUrl,
            [.. form.TrainerEmails.Select(email => directory[email])], form.OutsideTrainers, form.Tags, form.CostCode, needed);
    }

    /// <summary>The field a refusal belongs to; of several dates the one it is about, where that can be told.</summary>
    public string KeyOf(Refusal refusal) => refusal.Field switch
    {
        null => "",
        nameof(SessionDetails.Dates) => Key($"Dates[{(refusal.Code == "in-the-past" ? FirstInThePast() : 0)}].Date"),
        var field => Key(field),
    };

    private List<Period> ReadDates()
    {
        if (form.Dates.Count == 0) { form.Dates.Add(new DateRow()); }
        // A row added and left empty is no date; but one there must be.
        return [.. form.Dates.Select((row, i) => row.IsEmpty && form.Dates.Any(d => !d.IsEmpty) ? null : row.Read(Key($"Dates[{i}]"), state)).OfType<Period>()];
    }

    private int FirstInThePast()
    {
        var unheard = new ModelStateDictionary();
        return Math.Max(0, form.Dates.FindIndex(row => row.Read("", unheard) is { } period && period.StartsAtUtc <= nowUtc));
    }

    private void Say(string field, string message) => state.AddModelError(Key(field), message);

    private static string Key(string field) => $"{SessionForm.Prefix}.{field}";
}
