namespace BetterTogether.Learning.Web.Tests.Kills;

/// <summary>Tests that start the product as a process again and again: those of a lane one after another, or a small machine has more starts at once than any of them has patience for.</summary>
internal static class ProcessLane
{
    public const string First = "Kills.One";
    public const string Second = "Kills.Two";
}
