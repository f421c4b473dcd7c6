namespace BetterTogether.Learning.Domain.Circles;

/// <summary>
/// The first answers to commands that changed nothing, the last hundred. Not stored: where they are forgotten, the command is
/// judged again, which is safe, since it never applied.
/// </summary>
internal sealed class AnswerMemory
{
    private const int Most = 100;

    private readonly Dictionary<(string Seat, string Command), CircleAnswer> answers = [];
    private readonly Queue<(string Seat, string Command)> arrival = new();

    public CircleAnswer? Find(string seat, string command) => answers.GetValueOrDefault((seat, command));

    public CircleAnswer Keep(string seat, string command, CircleAnswer answer)
    {
        if (!answers.TryAdd((seat, command), answer)) { return answer; }
        arrival.Enqueue((seat, command));
        if (arrival.Count > Most) { answers.Remove(arrival.Dequeue()); }
        return answer;
    }
}
