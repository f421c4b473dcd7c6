namespace BetterTogether.Learning.Domain.People;

public enum PostKind
{
    /// <summary>A further post beside the one in the directory, with a line manager of its own.</summary>
    Second,

    /// <summary>For a while the host leads in the place of the line manager, who may comment.</summary>
    Secondment,
}

/// <summary>What somebody does beside, or for a while instead of, the post in the directory. Its days are London days and belong to it.</summary>
public sealed class Post
{
    private Post() { }

    public Post(Guid id, Guid personId, PostKind kind, string title, Guid managerId, DateOnly from, DateOnly? until = null) =>
        (Id, PersonId, Kind, Title, ManagerId, From, Until) = (id, personId, kind, title, managerId, from, until);

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public PostKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public Guid ManagerId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }

    public bool IsHeld(DateOnly today) => From <= today && (Until is not { } until || today <= until);

    public void End(DateOnly lastDay) => Until = lastDay;
}
