using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.DevelopmentPlan;

/// <summary>An objective as typed on a page; what was typed stays there when it comes back.</summary>
public sealed class ObjectiveForm
{
    public const string Prefix = "Form.";

    public ObjectiveKind? Kind { get; set; }
    public string? Title { get; set; }
    public string? Why { get; set; }
    public string? Measure { get; set; }
    public string? TargetDate { get; set; }

    public static ObjectiveForm From(ObjectiveDetails details) => new()
    {
        Kind = details.Kind,
        Title = details.Title,
        Why = details.Why,
        Measure = details.Measure,
        TargetDate = TypedDate.Write(details.TargetDate),
    };

    /// <returns>Null where something cannot be read; it is then said in <paramref name="state"/>.</returns>
    public ObjectiveDetails? Read(ModelStateDictionary state)
    {
        if (Kind is null) { state.AddModelError(Prefix + nameof(Kind), "Choose what kind of objective it is"); }
        if (!TypedDate.TryRead(TargetDate, out var target)) { state.AddModelError(Prefix + nameof(TargetDate), "Enter the target date like 30/9/2026, or leave it empty"); }
        return state.IsValid ? new ObjectiveDetails(Kind!.Value, Lines(Title) ?? "", Lines(Why), Lines(Measure), target) : null;
    }

    // Browsers send line breaks as CR LF; one kind of them is kept, or every second save would look like a change.
    public static string? Lines(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal);
}
