using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles.Papers;

/// <summary>One part on the form: which one it is, and of how many.</summary>
public sealed record StageRow(StageForm Stage, int Index, int Count)
{
    public string Name(string field) => $"Form.Stages[{Index}].{field}";

    public string Id(string field) => $"Form_Stages_{Index}__{field}";

    public static string Words(Speakers speakers) => speakers switch
    {
        Speakers.Everyone => "Everybody",
        Speakers.AllButBringer => "Everybody but whoever brought the question",
        Speakers.Facilitators => "The facilitators",
        _ => "The leader who listens",
    };

    public static string Words(Begins begins) => begins switch
    {
        Begins.NextSeat => "The next in the circle",
        Begins.Facilitator => "The facilitator",
        _ => "Whoever would like to",
    };
}
