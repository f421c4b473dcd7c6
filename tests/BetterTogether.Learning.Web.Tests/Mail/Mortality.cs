using System.Data.Common;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Mail;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>
/// Kills a worker at random before or after a commit, before or after a mail: from then on nothing it does reaches
/// anybody, as with a process that is gone. Threading: each life is one worker's, and follows it over its threads.
/// </summary>
internal sealed class Mortality : IDbTransactionInterceptor
{
    private readonly AsyncLocal<Life?> current = new();

    /// <summary>Begins a life in the calling task.</summary>
    /// <param name="oneIn">At each of so many steps it ends once, on average.</param>
    public void Begin(int seed, int oneIn) => current.Value = new Life(new Random(seed), oneIn);

    public IMailTransport Of(IMailTransport transport) => new Mortal(this, transport);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Step();
        return Task.CompletedTask;
    }

    private void Step() => current.Value?.Step();

    private sealed class Life(Random random, int oneIn)
    {
        private readonly Lock guard = new();
        private bool isOver;

        public void Step()
        {
            lock (guard)
            {
                isOver |= random.Next(oneIn) is 0;
                if (isOver)
                {
                    throw new OperationCanceledException("killed");
                }
            }
        }
    }

    private sealed class Mortal(Mortality mortality, IMailTransport transport) : IMailTransport
    {
        public IMailConnection Connect() => new Connection(mortality, transport.Connect());
    }

    private sealed class Connection(Mortality mortality, IMailConnection connection) : IMailConnection
    {
        public async Task<Delivery> SendAsync(MimeMessage mail)
        {
            mortality.Step();
            var delivery = await connection.SendAsync(mail);
            mortality.Step();
            return delivery;
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
