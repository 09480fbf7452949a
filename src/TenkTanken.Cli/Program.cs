using TenkTanken.Cli;

return Workbench.Run(args, Console.Out, Console.Error, TimeProvider.System);
