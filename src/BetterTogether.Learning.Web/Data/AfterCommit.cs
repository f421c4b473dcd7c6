using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Who is woken once rows of a kind have been committed; the outbox's worker is the first.</summary>
public sealed class AfterCommit
{
    private readonly Dictionary<Type, Wakeup> wakeups = [];

    /// <summary>The signal for new rows of a type. Ask while the product is put together, not later.</summary>
    public Wakeup On<T>() => wakeups.TryGetValue(typeof(T), out var known) ? known : wakeups[typeof(T)] = new Wakeup();

    internal Wakes WhatChanges(LearningDb db)
    {
        if (wakeups.Count == 0) { return new([]); }
        return new([.. db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => wakeups.GetValueOrDefault(e.Metadata.ClrType)).OfType<Wakeup>().Distinct()]);
    }

    internal readonly record struct Wakes(IReadOnlyList<Wakeup> Signals)
    {
        public void Wake()
        {
            foreach (var signal in Signals) { signal.Set(); }
        }
    }
}
