namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>The model of _SeriesSlots.</summary>
/// <param name="ParallelIsOpen">How many sessions run side by side is settled once they are made.</param>
public sealed record SeriesSlots(SeriesForm Form, bool ParallelIsOpen)
{
    public static string Name(int index, string field) => $"{SeriesForm.Prefix}.Slots[{index}].{field}";
}
