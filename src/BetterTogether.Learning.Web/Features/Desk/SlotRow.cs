using BetterTogether.Learning.Domain.Sessions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>One slot of a series as typed: London clock, and how many sessions run side by side.</summary>
public sealed class SlotRow
{
    public string? Starts { get; set; }
    public string? Ends { get; set; }
    public string? Parallel { get; set; } = "1";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Starts) && string.IsNullOrWhiteSpace(Ends);

    public static SlotRow From(SlotPattern slot) => new() { Starts = Typed.Write(slot.Starts), Ends = Typed.Write(slot.Ends), Parallel = $"{slot.Parallel}" };

    /// <param name="name">The row as the form posts it: "Form.Slots[0]".</param>
    /// <returns>Null where something is wrong; it is then said in <paramref name="state"/>.</returns>
    public SlotPattern? Read(string name, ModelStateDictionary state)
    {
        var starts = Typed.Time(Starts, $"{name}.{nameof(Starts)}", "Enter when the slot starts, like 10:00", state);
        var ends = Typed.Time(Ends, $"{name}.{nameof(Ends)}", "Enter when the slot ends, like 11:30", state);
        var parallel = Typed.Number(Parallel, $"{name}.{nameof(Parallel)}", "Enter how many sessions run side by side, like 1", state);
        return starts is { } from && ends is { } to && parallel is { } count ? new SlotPattern(from, to, count) : null;
    }
}
